// Reads of real pools (test/cases/recorded): they observe without a complaint, and their specs audit clean.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { auditPool } from '../../src/audit/audit.js';
import { diff, nameOf } from '../../src/audit/diff.js';
import { observe } from '../../src/audit/observe.js';
import type { PoolState } from '../../src/model/state.js';
import { desired } from '../../src/spec/desired.js';
import { readerOf } from '../harness/reader.js';
import { FOLDER, RECORDED, recordedId, recordedSnapshot } from '../harness/recorded.js';
import { rowAt } from '../harness/registry.js';
import { subjectOf } from '../harness/specs.js';

const ajv = new Ajv({ strict: false });

/** Observed values that a spec could not say: a word that no row knows, a number out of range. */
function foreign(state: PoolState): string[] {
  return [...state.entries.values()].flatMap(({ facet, settings }) =>
    [...settings].flatMap(([name, seen]) => {
      if (seen.kind === 'absent') return [];
      const legal = seen.kind === 'value' && ajv.validate(rowAt(`${facet}.${name}`).field.schema, seen.value);
      return legal ? [] : [`${facet}.${name}: ${JSON.stringify(seen)}`];
    }),
  );
}

describe.each(RECORDED)('%s', (name) => {
  const subject = subjectOf(readFileSync(`${FOLDER}/${name}/pool.yaml`, 'utf8'));
  const state = desired(subject.spec);
  const snapshot = recordedSnapshot(name);
  const live = observe(snapshot, state);
  // What a pool is that was made without it, no read shows.
  const unknown = snapshot.pool?.ok && snapshot.pool.value.UsernameConfiguration ? [] : ['signIn.caseSensitive'];

  it('observes as values that a spec can say', () => {
    expect(foreign(live)).toEqual([]);
    expect([...live.unreadable, ...live.ambiguous]).toEqual([]);
  });

  it('does not differ from its spec', () => {
    const { changes, checked } = diff(state, live);
    expect(changes.map(nameOf)).toEqual(unknown);
    expect(checked).toBeGreaterThan(40);
  });

  it('audits clean', async () => {
    const { findings, coverage } = await auditPool(subject, readerOf(snapshot, [recordedId(name)]));
    expect(findings.map(({ setting }) => setting)).toEqual(unknown);
    expect(coverage.unchecked).toEqual([]);
  });
});
