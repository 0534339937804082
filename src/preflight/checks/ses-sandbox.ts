import { type Check, isProduction, textAt } from '../check.js';
import { regionOf } from '../kit.js';

export const sesSandbox: Check = {
  id: 'ses-sandbox',
  summary: 'SES has let the account out of its sandbox.',
  actions: ['ses:GetAccount'],
  findings: {
    'ses-sandbox': {
      severity: ['warning', 'note'],
      summary: 'SES is in its sandbox: it sends only to verified addresses.',
    },
  },
  references: ['https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html'],
  needs: (input) => {
    const own =
      textAt(input, 'emailSender.service') === 'ses' && textAt(input, 'triggers.customEmailSender') === undefined;
    const setting = own ? 'emailSender.identity' : 'emailChallenge.identity';
    const arn = textAt(input, setting);
    if (arn === undefined || (!own && textAt(input, 'emailChallenge.from') === undefined)) return [];
    const region = regionOf(arn, input);
    return [
      {
        path: own ? ['emailSender', 'service'] : ['emailChallenge', 'from'],
        look: async (cloud) =>
          (await cloud.emailsAnybody(region))
            ? []
            : [
                {
                  finding: 'ses-sandbox',
                  severity: isProduction(input) ? 'warning' : 'note',
                  message: `SES in ${region} is in its sandbox: it sends only to verified addresses, so no other user gets a mail.`,
                  help: `Ask AWS for production access of SES in ${region}.`,
                },
              ],
      },
    ];
  },
};
