/** The nested structures of requests about the parts of a pool: clients, users, domains. Source: as in values.ts. */
import { boolean, integer, list, structure, text } from './shape.js';
import * as v from './values.js';

export const tokenValidityUnits = structure({
  AccessToken: v.timeUnits,
  IdToken: v.timeUnits,
  RefreshToken: v.timeUnits,
});

export const analyticsConfiguration = structure({
  ApplicationId: v.hexString,
  ApplicationArn: v.arn,
  RoleArn: v.arn,
  ExternalId: v.string,
  UserDataShared: boolean,
});

export const refreshTokenRotation = structure(
  { Feature: v.feature, RetryGracePeriodSeconds: v.retryGracePeriodSeconds },
  ['Feature'],
);

export const clientSSOSessionConfig = structure({ MaxValidityMinutes: integer(0, 129600) }, ['MaxValidityMinutes']);

export const resourceServerScope = structure(
  { ScopeName: v.resourceServerScopeName, ScopeDescription: v.resourceServerScopeDescription },
  ['ScopeName', 'ScopeDescription'],
  'ResourceServerScopeType',
);

export const compromisedCredentialsActions = structure({ EventAction: v.compromisedCredentialsEventAction }, [
  'EventAction',
]);

export const compromisedCredentialsRiskConfiguration = structure(
  { EventFilter: v.eventFilters, Actions: compromisedCredentialsActions },
  ['Actions'],
);

export const notifyEmail = structure(
  { Subject: v.emailNotificationSubject, HtmlBody: v.emailNotificationBody, TextBody: v.emailNotificationBody },
  ['Subject'],
);

export const notifyConfiguration = structure(
  {
    From: v.string,
    ReplyTo: v.string,
    SourceArn: v.arn,
    BlockEmail: notifyEmail,
    NoActionEmail: notifyEmail,
    MfaEmail: notifyEmail,
  },
  ['SourceArn'],
);

export const accountTakeoverAction = structure({ Notify: boolean, EventAction: v.accountTakeoverEventAction }, [
  'Notify',
  'EventAction',
]);

export const accountTakeoverActions = structure({
  LowAction: accountTakeoverAction,
  MediumAction: accountTakeoverAction,
  HighAction: accountTakeoverAction,
});

export const accountTakeoverRiskConfiguration = structure(
  { NotifyConfiguration: notifyConfiguration, Actions: accountTakeoverActions },
  ['Actions'],
);

export const riskExceptionConfiguration = structure({
  BlockedIPRangeList: v.blockedIPRangeList,
  SkippedIPRangeList: v.skippedIPRangeList,
});

export const attribute = structure({ Name: v.attributeName, Value: v.attributeValue }, ['Name'], 'AttributeType');

export const smsMfaSettings = structure({ Enabled: boolean, PreferredMfa: boolean });

export const softwareTokenMfaSettings = structure({ Enabled: boolean, PreferredMfa: boolean });

export const emailMfaSettings = structure({ Enabled: boolean, PreferredMfa: boolean });

export const webAuthnMfaSettings = structure({ Enabled: boolean });

export const customDomainConfig = structure({ CertificateArn: v.arn, SecurityPolicy: v.securityPolicy }, [
  'CertificateArn',
]);

export const failover = structure({ SecondaryRegion: v.regionCode, PrimaryRoute53HealthCheckId: text() }, [
  'SecondaryRegion',
  'PrimaryRoute53HealthCheckId',
]);

export const routing = structure({ Failover: failover });

export const asset = structure(
  {
    Category: v.assetCategory,
    ColorMode: v.colorSchemeMode,
    Extension: v.assetExtension,
    Bytes: v.assetBytes,
    ResourceId: v.resourceId,
  },
  ['Category', 'ColorMode', 'Extension'],
  'AssetType',
);

export const analyticsMetadata = structure({ AnalyticsEndpointId: v.string }, [], 'AnalyticsMetadataType');

export const userContextData = structure({ IpAddress: v.string, EncodedData: v.string }, [], 'UserContextDataType');

export const httpHeader = structure({ headerName: v.string, headerValue: v.string }, [], 'HttpHeader');

export const contextData = structure(
  {
    IpAddress: v.string,
    ServerName: v.string,
    ServerPath: v.string,
    HttpHeaders: list(httpHeader),
    EncodedData: v.string,
  },
  ['IpAddress', 'ServerName', 'ServerPath', 'HttpHeaders'],
  'ContextDataType',
);
