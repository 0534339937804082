import { Unverifiable } from '../../model/sections.js';
import { type Check, isProduction, type Problem } from '../check.js';
import type { Cloud } from '../cloud.js';
import { smsRegion } from '../sms.js';

/** US dollars a month: "the spending quota for all new accounts". */
const OF_NEW_ACCOUNTS = 1;

export const smsSpendLimit: Check = {
  id: 'sms-spend-limit',
  summary: 'The monthly limit of what SMS may cost is not the one of a new account.',
  actions: ['sns:GetSMSAttributes'],
  findings: {
    'sms-spend-limit': { severity: ['note'], summary: 'SNS stops sending SMS at the monthly limit of a new account.' },
  },
  references: ['https://docs.aws.amazon.com/sns/latest/dg/channels-sms-awssupport-spend-threshold.html'],
  needs: (input) => {
    const region = smsRegion(input);
    if (region === undefined || !isProduction(input)) return [];
    return [{ path: ['smsSender', 'role'], look: (cloud) => look(cloud, region) }];
  },
};

async function look(cloud: Cloud, region: string): Promise<readonly Problem[]> {
  const limit = await cloud.smsSpendLimit(region);
  if (limit === undefined) throw new Unverifiable('SNS does not say the monthly spend limit where nobody has set it');
  if (limit > OF_NEW_ACCOUNTS) return [];
  return [
    {
      finding: 'sms-spend-limit',
      severity: 'note',
      message: `SNS in ${region} may spend $${limit} a month on SMS and stops sending beyond that; new accounts have $${OF_NEW_ACCOUNTS}.`,
      help: `Ask AWS to raise the SMS spending quota of ${region}, then set MonthlySpendLimit.`,
    },
  ];
}
