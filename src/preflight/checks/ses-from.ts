import { type Check, type PreflightInput, textAt } from '../check.js';
import { addressOf, identitiesOf, regionOf, requireOwn } from '../kit.js';

/** A From address that is not the identity itself, and not in it, needs an identity of its own. */
export const sesFrom: Check = {
  id: 'ses-from',
  summary: 'SES may send from the From address.',
  actions: ['ses:GetEmailIdentity'],
  findings: {
    'ses-from-not-covered': {
      severity: ['error'],
      summary: 'SES has verified neither the From address nor a domain that it lies in.',
    },
  },
  references: [
    'https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html',
  ],
  needs: (input) => {
    const { arn, address } = sender(input);
    if (arn === undefined || address === undefined) return [];
    const region = regionOf(arn, input);
    const candidates = identitiesOf(address);
    if (candidates.some((one) => arn.toLowerCase().endsWith(`identity/${one}`))) return [];
    return [
      {
        path: ['emailSender', 'from'],
        look: async (cloud) => {
          requireOwn(arn, input);
          for (const one of candidates) if ((await cloud.emailIdentity(region, one))?.verified) return [];
          return [
            {
              finding: 'ses-from-not-covered',
              severity: 'error',
              message: `SES in ${region} has verified neither ${address} nor a domain that it lies in; mails from it are refused.`,
              help: `Verify ${address} or its domain in ${region}, or write a From address of emailSender.identity.`,
            },
          ];
        },
      },
    ];
  },
};

function sender(input: PreflightInput): { readonly arn: string | undefined; readonly address: string | undefined } {
  const from = textAt(input, 'emailSender.from');
  return { arn: textAt(input, 'emailSender.identity'), address: from && addressOf(from) };
}
