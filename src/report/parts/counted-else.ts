import { count } from './count.js';

/** Commands that look at something else than the settings of a pool, and what their `checked` counts. */
export const COUNTED_ELSE: Readonly<Record<string, (number: number) => string>> = {
  preflight: (number) => `${count(number, 'need')} of other services`,
  'users audit': (number) => count(number, 'user'),
  'users enforce': (number) => count(number, 'user'),
  signin: (number) => count(number, 'sign-in'),
};
