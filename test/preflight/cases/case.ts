import type { Answers } from '../aws.js';
import type { Seed } from '../seed.js';

/** An account, and a spec that is looked at in it. */
export interface Case {
  readonly is: string;
  /** Makes what is there, and answers the spec. */
  readonly spec: (seed: Seed) => Promise<string> | string;
  /** What moto cannot say. */
  readonly answers?: Answers;
  /** Id of the deployed pool. */
  readonly poolId?: string;
  /** Days that have passed since the account was made. */
  readonly days?: number;
  /** `severity finding setting`, in any order; nothing where it is left out. */
  readonly finds?: readonly string[];
  /** The way out that the finding gives. */
  readonly helps?: RegExp;
  /** Settings of which nobody knows, with a part of the reason. */
  readonly unchecked?: Readonly<Record<string, RegExp>>;
  readonly unverifiable?: readonly string[];
}

export const POOLS = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/';
export const POOL = `${POOLS}us-east-1_AbCdEfGhI`;
export const lambdaArn = (name: string) => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
