import type { Context } from '../operation.js';
import { arnPart } from './words.js';

/** The SES regions of a us-east-1 pool; those of other regions are not known. */
export const sesRegions: readonly string[] = ['eu-west-1', 'us-east-1', 'us-west-2'];

export function foreignSes(sourceArn: string | undefined, { region }: Context): boolean {
  return region === 'us-east-1' && sourceArn !== undefined && !sesRegions.includes(arnPart(sourceArn, 'region'));
}
