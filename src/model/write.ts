import type * as sdk from '@aws-sdk/client-cognito-identity-provider';

/** Inputs of the write operations, by operation. */
export interface WriteInputs {
  readonly UpdateUserPool: sdk.UpdateUserPoolCommandInput;
  readonly SetUserPoolMfaConfig: sdk.SetUserPoolMfaConfigCommandInput;
  readonly UpdateUserPoolClient: sdk.UpdateUserPoolClientCommandInput;
  readonly UpdateUserPoolDomain: sdk.UpdateUserPoolDomainCommandInput;
  readonly UpdateIdentityProvider: sdk.UpdateIdentityProviderCommandInput;
  readonly UpdateResourceServer: sdk.UpdateResourceServerCommandInput;
  readonly UpdateGroup: sdk.UpdateGroupCommandInput;
  readonly SetRiskConfiguration: sdk.SetRiskConfigurationCommandInput;
  readonly SetUICustomization: sdk.SetUICustomizationCommandInput;
  readonly UpdateManagedLoginBranding: sdk.UpdateManagedLoginBrandingCommandInput;
  readonly SetLogDeliveryConfiguration: sdk.SetLogDeliveryConfigurationCommandInput;
  readonly UpdateTerms: sdk.UpdateTermsCommandInput;
  readonly SetUserPoolSessionConfiguration: sdk.SetUserPoolSessionConfigurationCommandInput;
  readonly SetUserPoolClientSessionConfiguration: sdk.SetUserPoolClientSessionConfigurationCommandInput;
  readonly UpdateUserPoolReplica: sdk.UpdateUserPoolReplicaCommandInput;
}
export type WriteOperation = keyof WriteInputs;

/**
 * A piece of a full write. The engine reads the object, lays the partials of all changes over it and sends the whole;
 * a member that is `undefined` is left out of the call. Two partials that disagree are an error of the facets.
 */
export type Write = {
  readonly [O in WriteOperation]: { readonly operation: O; readonly partial: DeepPartial<WriteInputs[O]> };
}[WriteOperation];

export type DeepPartial<T> = T extends readonly (infer U)[]
  ? readonly U[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

/** A call that makes or deletes one object of a pool; the pool id is added by the engine. */
export interface ObjectCall {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}
