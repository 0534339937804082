import { FILES } from './files.js';
import type { FindingKind } from './kind.js';
import { LIVE } from './live.js';
import { PREFLIGHT } from './preflight.js';
import { SIGNIN } from './signin.js';
import { SPECS } from './specs.js';
import { USERS } from './users.js';

export type { FindingKind } from './kind.js';

/** Every finding that no rule makes; sorted by id. A test compares it with the sources. */
export const FINDINGS: readonly FindingKind[] = [...FILES, ...SPECS, ...LIVE, ...PREFLIGHT, ...USERS, ...SIGNIN].sort(
  (a, b) => (a.id < b.id ? -1 : 1),
);

/** What the findings of a family are about. */
export const FAMILIES: Readonly<Record<string, string>> = {
  accept: 'What a spec accepts',
  audit: 'Which pool is audited',
  baseline: 'A spec under a baseline',
  drift: 'The live pool against the spec',
  extends: 'A spec over a base file',
  file: 'Which files are read',
  fix: 'What a fix did',
  include: 'A spec of several files',
  overlays: 'The environments of a spec',
  plan: 'What the next deploy would do',
  preflight: 'What a deploy needs of other services',
  pull: 'A spec made of a live pool',
  remove: 'What a spec takes away from a base file',
  schema: 'The values of a spec',
  signin: 'What one sign-in met',
  spec: 'A spec as a whole',
  unmanaged: 'Parts that somebody else keeps',
  users: 'The users of a pool',
  variables: 'Variables of the environment',
  yaml: 'The text of a file',
};
