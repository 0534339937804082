import { ARN_LENGTH, ARN_PATTERN } from './arn.js';
import { PASSED_ROLE, PINPOINT } from './arn-places.js';
import { type ClientRows, update } from './client-rows.js';

/** Where events of a client go. */
export function analyticsRows(f: ClientRows) {
  return {
    analyticsApplicationArn: f.text({
      doc: 'Pinpoint project that receives events; instead of the id, role and external id.',
      length: ARN_LENGTH,
      pattern: ARN_PATTERN('mobiletargeting'),
      says: 'an ARN of a Pinpoint project',
      example: 'arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0123456789abcdef0123456789abcdef',
      arns: PINPOINT,
      covers: ['CreateUserPoolClient.AnalyticsConfiguration.ApplicationArn'],
      readable: 'whenSet',
      live: (client) => client.AnalyticsConfiguration?.ApplicationArn,
      terraform: (applicationArn) => ({ analyticsConfiguration: [{ applicationArn }] }),
      write: (ApplicationArn) => update({ AnalyticsConfiguration: { ApplicationArn } }),
    }),
    analyticsApplicationId: f.text({
      doc: 'Id of the Pinpoint project; together with analyticsRole and analyticsExternalId.',
      pattern: '^[0-9a-fA-F]+$',
      says: 'hexadecimal digits',
      example: '0123456789abcdef0123456789abcdef',
      covers: ['CreateUserPoolClient.AnalyticsConfiguration.ApplicationId'],
      readable: 'whenSet',
      live: (client) => client.AnalyticsConfiguration?.ApplicationId,
      terraform: (applicationId) => ({ analyticsConfiguration: [{ applicationId }] }),
      write: (ApplicationId) => update({ AnalyticsConfiguration: { ApplicationId } }),
    }),
    analyticsRole: f.text({
      doc: 'Role that Cognito assumes to send events.',
      length: ARN_LENGTH,
      pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=/,.@-]+$',
      says: 'an ARN of an IAM role',
      example: 'arn:aws:iam::123456789012:role/cognito-analytics',
      arns: PASSED_ROLE,
      covers: ['CreateUserPoolClient.AnalyticsConfiguration.RoleArn'],
      readable: 'whenSet',
      live: (client) => client.AnalyticsConfiguration?.RoleArn,
      terraform: (roleArn) => ({ analyticsConfiguration: [{ roleArn }] }),
      write: (RoleArn) => update({ AnalyticsConfiguration: { RoleArn } }),
    }),
    analyticsExternalId: f.text({
      doc: 'External id of the trust policy of analyticsRole.',
      example: 'acme-analytics',
      covers: ['CreateUserPoolClient.AnalyticsConfiguration.ExternalId'],
      readable: 'whenSet',
      live: (client) => client.AnalyticsConfiguration?.ExternalId,
      terraform: (externalId) => ({ analyticsConfiguration: [{ externalId }] }),
      write: (ExternalId) => update({ AnalyticsConfiguration: { ExternalId } }),
    }),
    analyticsUserData: f.boolean({
      doc: 'Whether the events carry user data.',
      default: false,
      covers: ['CreateUserPoolClient.AnalyticsConfiguration.UserDataShared'],
      readable: 'whenSet',
      live: (client) => client.AnalyticsConfiguration?.UserDataShared,
      terraform: (userDataShared, { own }) =>
        own('analyticsApplicationArn') || own('analyticsApplicationId')
          ? { analyticsConfiguration: [{ userDataShared }] }
          : {},
      write: (UserDataShared) => update({ AnalyticsConfiguration: { UserDataShared } }),
    }),
  };
}
