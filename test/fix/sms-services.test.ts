// SNS and End User Messaging: AWS takes one sender or the other. A fix that changes one never leaves a pool without any.
import { describe, expect, it } from 'vitest';
import type { World } from '../../src/sandbox/index.js';
import { cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';

const role = (name: string): string => `arn:aws:iam::123456789012:role/${name}`;
const SNS = { SnsCallerArn: role('sns'), ExternalId: 'x', SnsRegion: 'us-east-1' };
const EUMS = { EumsSms: { CallerArn: role('eums'), ExternalId: 'y', OriginationIdentity: '+15555550100' } };
const FOR = {
  sns: `smsSender:\n  role: ${role('sns')}\n  externalId: x\n`,
  eums: `smsSender:\n  eumsRole: ${role('eums')}\n  eumsExternalId: y\n  eumsOrigin: "+15555550100"\n`,
};
const WITH_MFA = 'mfa:\n  mode: optional\n  totp: true\n  sms: true\n';
const CASES = [
  { spec: 'eums', live: SNS },
  { spec: 'eums', live: { EumsSms: { ...EUMS.EumsSms, CallerArn: role('eve') } } },
  { spec: 'eums', live: { ...SNS, ...EUMS } },
  { spec: 'sns', live: EUMS },
  { spec: 'sns', live: { ...SNS, SnsCallerArn: role('eve') } },
  { spec: 'sns', live: { ...SNS, ...EUMS } },
] as const;
const WANTED = { sns: SNS, eums: EUMS };

describe.each<World['smsConfigurationOnOmit']>(['dropped', 'kept'])('an omitted sender is %s', (omitted) => {
  describe.each([true, false])('with MFA %s', (mfa) => {
    it.each(CASES)('the spec wants $spec, live is $live', async ({ spec, live }) => {
      const sandbox = await cloud({ world: { smsConfigurationOnOmit: omitted } });
      await sandbox.pool({ PoolName: 'acme', SmsConfiguration: live });
      if (mfa)
        await sandbox.call('SetUserPoolMfaConfig', {
          MfaConfiguration: 'OPTIONAL',
          SoftwareTokenMfaConfiguration: { Enabled: true },
          SmsMfaConfiguration: { SmsConfiguration: live },
        });
      const subject = subjectOf(`${mfa ? WITH_MFA : ''}${FOR[spec]}`);
      const fixed = await sandbox.fix(subject);
      const { SmsConfiguration } = (await sandbox.call('DescribeUserPool')).UserPool;
      // What the next deploy converges is not sent; then the pool is as it was.
      const left = fixed.audit.findings.filter(({ rule }) => rule.startsWith('drift/'));
      expect(fixed.findings).toEqual([]);
      expect(left.filter(({ convergedBy }) => convergedBy !== 'terraform')).toEqual([]);
      expect(SmsConfiguration).toEqual(left.length > 0 ? live : WANTED[spec]);
    });
  });
});
