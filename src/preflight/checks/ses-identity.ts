import { identityName } from '../../facets/kit/ses-identity.js';
import { valueAt, yamlPath } from '../../model/state.js';
import { shell } from '../../text/shell.js';
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
      summary:
        'SES does not have the identity of the spec. A verified domain above it does not count: Cognito checks the identity itself.',
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
      const own = await cloud.emailIdentity(region, name);
      if (own?.verified) return [];
      const setting = path.at(-1) ?? '';
      const help = (await byDomain(cloud, region, name, setting)) ?? byItself(name, region, own);
      return [own === undefined ? missing(name, region, created, help) : unverified(name, region, own, help)];
    },
  };
}

/**
 * The way out through a verified domain that the name lies in. Cognito checks the identity of the ARN itself ("Email
 * address is not verified. The following identities failed the check …: arn:aws:ses:…:identity/<address>"), also where
 * SES would let the address send because of its domain.
 * Sources: https://github.com/aws/aws-cdk/issues/19762, https://github.com/aws-amplify/amplify-backend/issues/3134
 */
async function byDomain(cloud: Cloud, region: string, name: string, setting: string): Promise<string | undefined> {
  for (const domain of identitiesOf(name.toLowerCase()).filter((one) => one !== name)) {
    if (!(await cloud.emailIdentity(region, domain))?.verified) continue;
    const address = name.includes('@') ? name : `no-reply@${name}`;
    return `SES has verified ${domain}, and Cognito checks ${name} itself: write ${setting}: ${domain}, and ${address} as the From address (${fromOf(setting)}).`;
  }
  return undefined;
}

/** The setting beside an identity that holds the address. */
const fromOf = (setting: string): string => (setting === 'notifyIdentity' ? 'notifyFrom' : 'from');

/** The way out where no domain helps. */
function byItself(name: string, region: string, own: EmailIdentity | undefined): string {
  if (own === undefined)
    return `Make the identity in ${region} and verify it: ${shell`aws sesv2 create-email-identity --region ${region} --email-identity ${name}`}.`;
  return name.includes('@')
    ? `Open the mail that SES sent to ${name}, or verify its domain and use that as the identity.`
    : `Enter the DNS records that SES gives for ${name}.`;
}

function missing(name: string, region: string, created: boolean, help: string): Problem {
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
        message: `SES in ${region} has no identity ${name}; Cognito refuses a sender that SES has not verified.`,
        help,
      };
}

function unverified(name: string, region: string, { status }: EmailIdentity, help: string): Problem {
  return {
    finding: 'ses-identity-unverified',
    severity: 'error',
    message: `SES in ${region} has not verified ${name}${status === undefined ? '' : ` (status ${status})`}; Cognito refuses a sender that SES has not verified.`,
    help,
  };
}
