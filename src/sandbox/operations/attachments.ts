/** What hangs on a pool or one of its clients without an identity of its own: risk, hosted UI style, logs. */
import type {
  DescribeRiskConfigurationRequest,
  DescribeRiskConfigurationResponse,
  GetLogDeliveryConfigurationRequest,
  GetLogDeliveryConfigurationResponse,
  GetUICustomizationRequest,
  GetUICustomizationResponse,
  RiskConfigurationType,
  SetLogDeliveryConfigurationRequest,
  SetLogDeliveryConfigurationResponse,
  SetRiskConfigurationRequest,
  SetRiskConfigurationResponse,
  SetUICustomizationRequest,
  SetUICustomizationResponse,
  UICustomizationType,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Checked, clientOf, domainsOf, type Operation, poolOf } from '../operation.js';
import { refuse } from '../refusal.js';
import { logDeliveryRefusals, riskRefusals, uiCustomizationRefusals } from '../refusals/attachments.js';

/** Whether a client without a configuration of its own answers the pool's is a switch; a pool without one answers just its ids. */
export const describeRiskConfiguration: Operation<
  DescribeRiskConfigurationRequest,
  DescribeRiskConfigurationResponse
> = ({ UserPoolId, ClientId }, call) => {
  const pool = poolOf(UserPoolId, call);
  if (ClientId !== undefined) clientOf(pool, ClientId);
  const inherited = call.world.clientRisk === 'pool' ? pool.riskConfigurations.get('') : undefined;
  const found = pool.riskConfigurations.get(ClientId ?? '') ?? inherited;
  return { RiskConfiguration: found ?? { UserPoolId, ...(ClientId !== undefined && { ClientId }) } };
};

/** Replaces the configuration as a whole; a call with ids only takes it away. */
export const setRiskConfiguration: Operation<SetRiskConfigurationRequest, SetRiskConfigurationResponse> = (
  request,
  call,
) => {
  const { UserPoolId, ClientId } = request;
  const pool = poolOf(UserPoolId, call);
  if (ClientId !== undefined) clientOf(pool, ClientId);
  const RiskConfiguration = riskFrom(request, call.now());
  refuse(riskRefusals, { risk: RiskConfiguration, context: call });
  const empty = Object.keys(request).every((name) => name === 'UserPoolId' || name === 'ClientId');
  if (empty) pool.riskConfigurations.delete(ClientId ?? '');
  else pool.riskConfigurations.set(ClientId ?? '', RiskConfiguration);
  return { RiskConfiguration };
};

function riskFrom(request: Checked<SetRiskConfigurationRequest>, now: Date): RiskConfigurationType {
  const { CompromisedCredentialsRiskConfiguration: compromised } = request;
  return {
    ...request,
    ...(compromised && { CompromisedCredentialsRiskConfiguration: { EventFilter: [], ...compromised } }),
    LastModifiedDate: now,
  };
}

/** A client without a style of its own answers the one for all; a pool without any answers an empty style. */
export const getUICustomization: Operation<GetUICustomizationRequest, GetUICustomizationResponse> = (
  { UserPoolId, ClientId = 'ALL' },
  call,
) => {
  const { uiCustomizations } = poolOf(UserPoolId, call);
  const found = uiCustomizations.get(ClientId) ?? uiCustomizations.get('ALL');
  return { UICustomization: found ?? ({} as UICustomizationType) };
};

/** The image is never answered; its address changes with every image. */
export const setUICustomization: Operation<SetUICustomizationRequest, SetUICustomizationResponse> = (request, call) => {
  const { UserPoolId, ClientId = 'ALL', CSS, ImageFile } = request;
  const pool = poolOf(UserPoolId, call);
  if (ClientId !== 'ALL') clientOf(pool, ClientId);
  refuse(uiCustomizationRefusals, { css: CSS ?? '', hasDomain: domainsOf(UserPoolId, call).length > 0 });
  const now = call.now();
  const UICustomization: UICustomizationType = {
    UserPoolId,
    ClientId,
    ...(CSS !== undefined && { CSS }),
    ...(ImageFile && {
      ImageUrl: `https://${call.ids.cloudFront()}/${UserPoolId}/${ClientId}/assets/images/image.jpg`,
    }),
    CSSVersion: String(now.getTime()),
    CreationDate: pool.uiCustomizations.get(ClientId)?.CreationDate ?? now,
    LastModifiedDate: now,
  };
  if (CSS === undefined && !ImageFile) pool.uiCustomizations.delete(ClientId);
  else pool.uiCustomizations.set(ClientId, UICustomization);
  return { UICustomization };
};

export const getLogDeliveryConfiguration: Operation<
  GetLogDeliveryConfigurationRequest,
  GetLogDeliveryConfigurationResponse
> = ({ UserPoolId }, call) => {
  const { logDelivery } = poolOf(UserPoolId, call);
  return { LogDeliveryConfiguration: { UserPoolId, LogConfigurations: logDelivery.configurations } };
};

export const setLogDeliveryConfiguration: Operation<
  SetLogDeliveryConfigurationRequest,
  SetLogDeliveryConfigurationResponse
> = ({ UserPoolId, LogConfigurations }, call) => {
  const pool = poolOf(UserPoolId, call);
  refuse(logDeliveryRefusals, { configurations: LogConfigurations, pool: pool.pool });
  pool.logDelivery.configurations = LogConfigurations;
  return { LogDeliveryConfiguration: { UserPoolId, LogConfigurations } };
};
