import type { DeepPartial, LiveClient, TerraformArguments, WriteInputs } from '../../model/facet.js';
import type { Kit } from './fields.js';

/** The makers of an app client's rows. */
export type ClientRows = Kit<LiveClient, TerraformArguments['aws_cognito_user_pool_client']>;

export type ClientPartial = DeepPartial<WriteInputs['UpdateUserPoolClient']>;

export const update = (partial: ClientPartial) => ({ operation: 'UpdateUserPoolClient', partial }) as const;

/** A list that AWS leaves out or returns empty means the same: nothing is set. */
export function written(list: readonly string[] | undefined): readonly string[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
