import type { AssetType } from '@aws-sdk/client-cognito-identity-provider';
import type { Listed, LiveAsset, Snapshot, WriteInputs } from '../../model/facet.js';
import { itemOf, needed, read, withoutAbsent } from './snapshot.js';

/** What hangs on a pool or a client: `id` is that of the object, `pool` for what the pool itself has. */
const OF_THE_POOL = 'pool';

type Attachment =
  | 'SetRiskConfiguration'
  | 'SetUICustomization'
  | 'UpdateManagedLoginBranding'
  | 'SetLogDeliveryConfiguration'
  | 'UpdateTerms'
  | 'SetUserPoolSessionConfiguration'
  | 'SetUserPoolClientSessionConfiguration'
  | 'UpdateUserPoolReplica';
type Input<O extends Attachment> = { -readonly [K in keyof WriteInputs[O]]?: WriteInputs[O][K] };

/** What is live, as the input of the calls that write it again: all of them replace what they leave out. */
export const ATTACHMENT_CALLS: {
  readonly [O in Attachment]: (snapshot: Snapshot, poolId: string, id: string) => Input<O>;
} = {
  SetRiskConfiguration: (snapshot, UserPoolId, id) => {
    const { LastModifiedDate: _, UserPoolId: _p, ClientId: _c, ...parts } = found(read(snapshot, 'risk'), id);
    return withoutAbsent({ UserPoolId, ClientId: clientOf(id), ...parts });
  },
  // The image cannot be repeated, because AWS never returns it: the row of the style sends the spec's along.
  SetUICustomization: (snapshot, UserPoolId, id) => {
    const { CSS } = found(read(snapshot, 'hostedUi'), id);
    return withoutAbsent({ UserPoolId, ClientId: clientOf(id) ?? 'ALL', CSS });
  },
  UpdateManagedLoginBranding: (snapshot, UserPoolId, ManagedLoginBrandingId) => {
    const style = found(read(snapshot, 'branding'), ManagedLoginBrandingId);
    const { UseCognitoProvidedValues, Settings, Assets } = style;
    // “When you specify true for this option, you must also omit values for Settings and Assets in the request.”
    const own = UseCognitoProvidedValues === true ? {} : { Settings, Assets: Assets?.map(sent) };
    return withoutAbsent({ UserPoolId, ManagedLoginBrandingId, UseCognitoProvidedValues, ...own });
  },
  SetLogDeliveryConfiguration: (snapshot, UserPoolId) => {
    // The SDK marks the list as required: a pool that delivers no logs is answered with an empty one.
    const { LogConfigurations } = read(snapshot, 'logs');
    return { UserPoolId, LogConfigurations: needed('LogConfigurations', LogConfigurations) };
  },
  UpdateTerms: (snapshot, UserPoolId, TermsId) => {
    const { TermsName, TermsSource, Enforcement, Links } = found(read(snapshot, 'terms'), TermsId);
    return {
      UserPoolId,
      TermsId,
      TermsName: needed('TermsName', TermsName),
      TermsSource: needed('TermsSource', TermsSource),
      Enforcement: needed('Enforcement', Enforcement),
      Links: needed('Links', Links),
    };
  },
  SetUserPoolSessionConfiguration: (snapshot, UserPoolId) => {
    const { UserSessionTracking, TokenSession } = read(snapshot, 'sessions');
    return {
      UserPoolId,
      UserSessionTracking: needed('UserSessionTracking', UserSessionTracking),
      TokenSession: needed('TokenSession', TokenSession),
    };
  },
  SetUserPoolClientSessionConfiguration: (snapshot, UserPoolId, ClientId) => {
    const { SSOSession } = itemOf(found(read(snapshot, 'clients'), ClientId).session);
    return withoutAbsent({ UserPoolId, ClientId, SSOSession });
  },
  UpdateUserPoolReplica: (snapshot, UserPoolId, RegionName) => {
    const { Status } = itemOf(read(snapshot, 'replicas').find(({ name }) => name === RegionName)?.item);
    return { UserPoolId, RegionName, Status: needed('Status', Status) as 'ACTIVE' };
  },
};

function clientOf(id: string): string | undefined {
  return id === OF_THE_POOL ? undefined : id;
}

function found<T>(listed: readonly Listed<T>[], id: string): T {
  return itemOf(listed.find((one) => (one.id ?? OF_THE_POOL) === id)?.item);
}

function sent({ Bytes, ...asset }: LiveAsset): AssetType {
  return { ...asset, ...(Bytes && { Bytes: Bytes.bytes }) };
}
