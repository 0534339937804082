import type { PostureRule } from '../kit/pool-rule.js';

/** What deploys and should not; sorted by id. */
export const POSTURE: readonly PostureRule[] = [];
