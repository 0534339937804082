import { identityName } from '../../facets/kit/ses-identity.js';
import { Unread } from '../../model/sections.js';
import { valueAt, yamlPath } from '../../model/state.js';
import { type Check, type Need, type PreflightInput, type Problem, textAt } from '../check.js';
import type { Cloud, EmailIdentity } from '../cloud.js';
import { identitiesOf, regionOf, requireOwn } from '../kit.js';

export const sesIdentity: Check = {
  id: 'ses-identity',
  summary: 'The SES identities that send exist, and SES has verified them.',
  actions: ['ses:GetEmailIdentity'],
  findings: {
    'ses-identity-missing': {
      severity: ['error', 'warning'],
      summary: 'SES has neither the identity of the spec nor a verified domain above it.',
    },
    'ses-identity-unverified': {
      severity: ['error'],
      summary: 'SES has the identity of the spec, and has not verified it.',
    },
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html',
    'https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html',
  ],
  needs: (input) => identities(input).map(({ path, arn, created }) => need(input, path, arn, created)),
};

interface Sender {
  readonly path: readonly string[];
  readonly arn: string;
  /** The stack itself makes it. */
  readonly created: boolean;
}

function identities(input: PreflightInput): readonly Sender[] {
  const created = valueAt(input.state, 'emailSender.createIdentity') === true;
  const risk = [...input.state.entries.values()].filter(({ facet }) => facet === 'risk');
  // Where it is the same one, it is asked for once.
  const other = textAt(input, 'emailChallenge.identity') !== textAt(input, 'emailSender.identity');
  return [
    ...sender(input, 'emailSender', 'identity', created),
    ...(other ? sender(input, 'emailChallenge', 'identity', false) : []),
    ...risk.flatMap(({ key = '' }) => sender(input, `risk/${key}`, 'notifyIdentity', false)),
  ];
}

function sender(input: PreflightInput, address: string, setting: string, created: boolean): readonly Sender[] {
  const arn = textAt(input, `${address}.${setting}`);
  return arn === undefined ? [] : [{ path: yamlPath(address, setting), arn, created }];
}

function need(input: PreflightInput, path: readonly string[], arn: string, created: boolean): Need {
  const region = regionOf(arn, input);
  const name = identityName(arn);
  return {
    path,
    look: async (cloud) => {
      requireOwn(arn, input);
      const own = await verifiedOne(cloud, region, name);
      if (own === 'verified') return [];
      return [own === undefined ? missing(name, region, created) : unverified(name, region, own)];
    },
  };
}

/**
 * What SES says of the name itself, unless it is verified, or is an address in a verified domain: "The ARN of a verified
 * email address or an address from a verified domain in Amazon SES".
 */
async function verifiedOne(
  cloud: Cloud,
  region: string,
  name: string,
): Promise<'verified' | EmailIdentity | undefined> {
  const own = await cloud.emailIdentity(region, name);
  if (own?.verified) return 'verified';
  for (const domain of identitiesOf(name.toLowerCase()).filter((one) => one !== name))
    if ((await cloud.emailIdentity(region, domain))?.verified) return inherited(name, domain);
  return own;
}

function inherited(name: string, domain: string): 'verified' {
  if (name.includes('@')) return 'verified';
  throw new Unread(
    `SES has verified ${domain} and not ${name} itself; AWS does not say whether Cognito takes a domain beneath a verified one`,
  );
}

function missing(name: string, region: string, created: boolean): Problem {
  return created
    ? {
        finding: 'ses-identity-missing',
        severity: 'warning',
        message: `SES in ${region} has no identity ${name} yet; the deploy makes it, and Cognito takes it only once SES has verified it.`,
        help: `Expect the first deploy to stop at the pool: then enter the DNS records, or confirm the mail, that SES gives for ${name}, and deploy again.`,
      }
    : {
        finding: 'ses-identity-missing',
        severity: 'error',
        message: `SES in ${region} has no identity ${name}, nor a verified domain above it; Cognito refuses a sender that SES has not verified.`,
        help: `Make the identity in ${region} and verify it: aws sesv2 create-email-identity --region ${region} --email-identity ${name}.`,
      };
}

function unverified(name: string, region: string, { status }: EmailIdentity): Problem {
  return {
    finding: 'ses-identity-unverified',
    severity: 'error',
    message: `SES in ${region} has not verified ${name}${status === undefined ? '' : ` (status ${status})`}; Cognito refuses a sender that SES has not verified.`,
    help: name.includes('@')
      ? `Open the mail that SES sent to ${name}, or verify its domain.`
      : `Enter the DNS records that SES gives for ${name}.`,
  };
}
