import type { PoolRule } from './kit/pool-rule.js';
import { POSTURE } from './posture/index.js';
import { REFUSALS } from './refusals/index.js';

/** All rules. */
export const RULES: readonly PoolRule[] = [...REFUSALS, ...POSTURE];
