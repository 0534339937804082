import { shell } from '../../text/shell.js';
import { type Check, textAt } from '../check.js';
import { regionOf } from '../kit.js';

export const sesConfigurationSet: Check = {
  id: 'ses-configuration-set',
  summary: 'The SES configuration set exists.',
  actions: ['ses:GetConfigurationSet'],
  findings: {
    'ses-configuration-set-missing': { severity: ['error'], summary: 'SES has no configuration set of that name.' },
  },
  references: ['https://docs.aws.amazon.com/ses/latest/dg/using-configuration-sets.html'],
  needs: (input) => {
    const name = textAt(input, 'emailSender.configurationSet');
    if (name === undefined) return [];
    const region = regionOf(textAt(input, 'emailSender.identity') ?? '', input);
    return [
      {
        path: ['emailSender', 'configurationSet'],
        look: async (cloud) =>
          (await cloud.hasConfigurationSet(region, name))
            ? []
            : [
                {
                  finding: 'ses-configuration-set-missing',
                  severity: 'error',
                  message: `SES in ${region} has no configuration set ${name}; mails that name it are refused.`,
                  help: shell`Make it (aws sesv2 create-configuration-set --region ${region} --configuration-set-name ${name}), or correct the name.`,
                },
              ],
      },
    ];
  },
};
