import { expect } from 'vitest';
import type { Subject } from '../../src/audit/audit.js';
import type { PoolSpec } from '../../src/facets/index.js';
import { parseSpec } from '../../src/spec/parse.js';
import { validateSpec } from '../../src/spec/validate.js';
import validator from '../../src/spec/validator.generated.js';

export const POOL = { id: 'acme', name: 'acme', region: 'us-east-1', account: '123456789012' } as const;

/** A spec with the four required keys and nothing else. */
export const MINIMAL: PoolSpec = { pool: POOL };

const HEAD = `pool:\n  id: ${POOL.id}\n  name: ${POOL.name}\n  region: ${POOL.region}\n  account: "${POOL.account}"\n`;

/** A subject from YAML; `pool` is supplied unless the text begins with one. Fails the test where the spec is invalid. */
export function subjectOf(
  yaml: string,
  known: { userPoolId?: string; ids?: Iterable<[string, string]> } = {},
): Subject {
  const text = /^pool:/m.test(yaml) ? yaml : HEAD + yaml;
  const { document, findings } = parseSpec('configs/acme.yaml', new TextEncoder().encode(text));
  if (!document) throw new Error('no document');
  expect([...findings, ...validateSpec(document, validator)]).toEqual([]);
  const outputs = { ids: new Map(known.ids ?? []), ...(known.userPoolId && { userPoolId: known.userPoolId }) };
  return { document, spec: document.value as PoolSpec, outputs, today: '2026-01-01' };
}
