import { type Check, isProduction } from '../check.js';
import { smsRegion } from '../sms.js';

export const smsSandbox: Check = {
  id: 'sms-sandbox',
  summary: 'SNS has let the account out of its SMS sandbox.',
  actions: ['sns:GetSMSSandboxAccountStatus'],
  findings: {
    'sms-sandbox': {
      severity: ['warning', 'note'],
      summary: 'SNS is in its SMS sandbox: it sends only to verified numbers.',
    },
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/sns-sms-sandbox.html'],
  needs: (input) => {
    const region = smsRegion(input);
    if (region === undefined) return [];
    return [
      {
        path: ['smsSender', 'role'],
        look: async (cloud) =>
          (await cloud.smsSandbox(region))
            ? [
                {
                  finding: 'sms-sandbox',
                  severity: isProduction(input) ? 'warning' : 'note',
                  message: `SNS in ${region} is in its SMS sandbox: it sends only to verified numbers, so no other user gets a message.`,
                  help: `Move the account out of the SMS sandbox of ${region}.`,
                },
              ]
            : [],
      },
    ];
  },
};
