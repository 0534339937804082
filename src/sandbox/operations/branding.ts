import type {
  AssetType,
  CreateManagedLoginBrandingRequest,
  CreateManagedLoginBrandingResponse,
  DeleteManagedLoginBrandingRequest,
  DescribeManagedLoginBrandingByClientRequest,
  DescribeManagedLoginBrandingByClientResponse,
  DescribeManagedLoginBrandingRequest,
  DescribeManagedLoginBrandingResponse,
  ManagedLoginBrandingType,
  UpdateManagedLoginBrandingRequest,
  UpdateManagedLoginBrandingResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Call, type Checked, clientOf, type Operation, poolOf } from '../operation.js';
import type { StoredBranding, StoredPool } from '../store.js';
import { invalidParameter, notFound, ServiceError } from '../wire.js';
import { replace } from './user-pools.js';

/** One style per client. Asking for all values (`ReturnMergedResources`) answers the same: AWS's own are not modelled. */
export const createManagedLoginBranding: Operation<
  CreateManagedLoginBrandingRequest,
  CreateManagedLoginBrandingResponse
> = (request, call) => {
  const pool = poolOf(request.UserPoolId, call);
  clientOf(pool, request.ClientId);
  if (brandingOfClient(pool, request.ClientId)) {
    throw new ServiceError(
      'ManagedLoginBrandingExistsException',
      `Managed login branding already exists for client ${request.ClientId}`,
    );
  }
  const now = call.now();
  const id = call.ids.uuid();
  const stored = {
    clientId: request.ClientId,
    ManagedLoginBrandingId: id,
    UserPoolId: request.UserPoolId,
    ...styleOf(request),
    CreationDate: now,
    LastModifiedDate: now,
  };
  pool.brandings.set(id, stored);
  return { ManagedLoginBranding: shown(stored) };
};

function styleOf(request: Checked<UpdateManagedLoginBrandingRequest | CreateManagedLoginBrandingRequest>) {
  const { UseCognitoProvidedValues: own = false, Settings, Assets } = request;
  if (own && (Settings !== undefined || Assets !== undefined)) {
    throw invalidParameter('UseCognitoProvidedValues cannot be true when Settings or Assets are given.');
  }
  refuseAssets((Assets ?? []) as AssetType[]);
  return {
    UseCognitoProvidedValues: own,
    ...(Settings !== undefined && { Settings }),
    ...(Assets && { Assets: Assets as AssetType[] }),
  };
}

/** Only the beginning of AWS's words is known. */
function refuseAssets(assets: readonly AssetType[]): void {
  const wrong = assets.find(({ Category, Extension }) => Extension === 'ICO' && Category !== 'FAVICON_ICO');
  if (!wrong) return;
  throw invalidParameter(
    `Invalid assets provided. Validation errors: [{category: ${wrong.Category}, extension: ICO, colorMode: ${wrong.ColorMode}, errorMessage: the extension is not allowed}]`,
  );
}

function shown({ clientId: _client, ...branding }: StoredBranding): ManagedLoginBrandingType {
  return branding;
}

const brandingOfClient = ({ brandings }: StoredPool, clientId: string): StoredBranding | undefined =>
  [...brandings.values()].find((branding) => branding.clientId === clientId);

function brandingOf(poolId: string, id: string, call: Call): StoredBranding {
  const found = poolOf(poolId, call).brandings.get(id);
  if (!found) throw notFound(`Managed login branding ${id} does not exist.`);
  return found;
}

export const describeManagedLoginBranding: Operation<
  DescribeManagedLoginBrandingRequest,
  DescribeManagedLoginBrandingResponse
> = (request, call) => ({
  ManagedLoginBranding: shown(brandingOf(request.UserPoolId, request.ManagedLoginBrandingId, call)),
});

export const describeManagedLoginBrandingByClient: Operation<
  DescribeManagedLoginBrandingByClientRequest,
  DescribeManagedLoginBrandingByClientResponse
> = (request, call) => {
  const pool = poolOf(request.UserPoolId, call);
  clientOf(pool, request.ClientId);
  const found = brandingOfClient(pool, request.ClientId);
  if (!found) throw notFound(`Managed login branding does not exist for client ${request.ClientId}.`);
  return { ManagedLoginBranding: shown(found) };
};

/**
 * “Amazon Cognito … preserves existing style settings that you don't specify.” Whether it lays given settings over the old
 * ones is not said: here they replace them.
 */
export const updateManagedLoginBranding: Operation<
  UpdateManagedLoginBrandingRequest,
  UpdateManagedLoginBrandingResponse
> = (request, call) => {
  const stored = brandingOf(request.UserPoolId ?? '', request.ManagedLoginBrandingId ?? '', call);
  const { Settings: _settings, Assets: _assets, ...identity } = stored;
  const kept = request.UseCognitoProvidedValues ? identity : stored;
  replace(stored, { ...kept, ...styleOf(request), LastModifiedDate: call.now() });
  return { ManagedLoginBranding: shown(stored) };
};

export const deleteManagedLoginBranding: Operation<DeleteManagedLoginBrandingRequest, object> = (request, call) => {
  brandingOf(request.UserPoolId, request.ManagedLoginBrandingId, call);
  poolOf(request.UserPoolId, call).brandings.delete(request.ManagedLoginBrandingId);
  return {};
};
