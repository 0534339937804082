import { createHash } from 'node:crypto';
import {
  type AssetType,
  DescribeManagedLoginBrandingByClientCommand,
  type ManagedLoginBrandingType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { LiveAsset, LiveBranding } from '../../model/facet.js';
import { FileContent } from '../../model/file-content.js';
import { isNotFound } from '../errors.js';
import { ofEachClient } from './attached.js';
import type { ReadContext, SectionReader } from './context.js';

/** There is no list operation: each client is asked. */
export const branding: SectionReader<'branding'> = (context) =>
  ofEachClient(
    context,
    (ClientId) => describe(context, ClientId),
    ({ ManagedLoginBrandingId }) => ManagedLoginBrandingId,
  );

/** Only what was customised: Cognito's own values change when Cognito changes. */
async function describe({ client, UserPoolId }: ReadContext, ClientId: string): Promise<LiveBranding | undefined> {
  const command = new DescribeManagedLoginBrandingByClientCommand({
    UserPoolId,
    ClientId,
    ReturnMergedResources: false,
  });
  try {
    const { ManagedLoginBranding } = await client.send(command);
    return ManagedLoginBranding && hashed(ManagedLoginBranding);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

function hashed({ Assets, ...style }: ManagedLoginBrandingType): LiveBranding {
  return { ...style, ...(Assets && { Assets: Assets.map(hashedAsset) }) };
}

function hashedAsset({ Bytes, ...asset }: AssetType): LiveAsset {
  return { ...asset, ...(Bytes && { Bytes: new FileContent(sha256(Bytes), Bytes) }) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
