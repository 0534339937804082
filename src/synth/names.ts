/** The Terraform name of the pool: one stack has one. */
export const POOL = 'pool';

export { logicalName } from '../text/terraform.js';
