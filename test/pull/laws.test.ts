// What pull writes is a valid spec of which the audit finds nothing to say: pools through the real SDK and the sandbox.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditPool } from '../../src/audit/audit.js';
import { diff, fieldOf } from '../../src/audit/diff.js';
import { deployOutputs } from '../../src/audit/outputs.js';
import { facetOf, type PoolSpec } from '../../src/facets/index.js';
import { FULL_CALL } from '../../src/fix/full-call.js';
import type { Snapshot } from '../../src/model/facet.js';
import type { Change } from '../../src/model/finding.js';
import { overlay } from '../../src/model/merge.js';
import { importsFile } from '../../src/pull/imports.js';
import { minimal } from '../../src/pull/minimal.js';
import { type Pulled, pull } from '../../src/pull/pull.js';
import { refusals } from '../../src/rules/run.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { terraformContext } from '../../src/synth/context.js';
import { STAGES } from '../audit/roundtrip-stages.js';
import { anySpec, anyValue } from '../harness/arbitrary.js';
import { type Cloud, cloud } from '../harness/cloud.js';
import { readerOf } from '../harness/reader.js';
import { RECORDED, recordedId, recordedSnapshot } from '../harness/recorded.js';
import { namedValues, ROWS, type Row } from '../harness/registry.js';
import { MINIMAL, POOL, subjectOf } from '../harness/specs.js';
import { SECTIONS, twinOf } from '../harness/twin.js';
import { inputOf, ODD_POOLS } from './odd-pools.js';

async function read({ reader }: Cloud, poolId: string): Promise<Snapshot> {
  return reader.read({ poolId, sections: SECTIONS, users: [] });
}

function pulled(snapshot: Snapshot, poolId: string): Pulled {
  return pull(snapshot, { poolId, id: undefined, schema: '../schema/pool.schema.json', file: 'configs/acme.yaml' });
}

/** The spec is valid, and audits clean with the ids of the imports. */
async function proven(one: Pulled, snapshot: Snapshot): Promise<Pulled> {
  const subject = subjectOf(one.text.replace(/^#.*\n/, ''));
  expect(refusals(subject.document, subject.spec).filter(({ severity }) => severity === 'error')).toEqual([]);
  const outputs = deployOutputs(importsFile(one.imports.blocks), subject.spec.pool.id) ?? { ids: new Map() };
  const { findings, coverage } = await auditPool({ ...subject, outputs }, readerOf(snapshot));
  // What no spec can say is said by pull.
  const unsaid = one.findings.map(({ setting }) => `${setting}.`);
  const silent = findings.filter(({ setting }) => !unsaid.some((part) => `${setting}.`.startsWith(part)));
  expect(silent).toEqual([]);
  expect(coverage.unchecked).toEqual([]);
  return one;
}

const unsaid = ({ findings }: Pulled) => findings.map(({ setting }) => setting);

describe.each(Object.entries(ODD_POOLS))('%s', (PoolName, odd) => {
  it('is pulled as a valid spec that audits clean, and again as the same', async () => {
    const sandbox = await cloud();
    const here = JSON.stringify(inputOf(odd)).replaceAll('eu-west-1', POOL.region);
    const poolId = await sandbox.pool({ PoolName, UsernameConfiguration: undefined, ...JSON.parse(here) });
    await odd.more?.(sandbox.call);
    if (odd.change) sandbox.sandbox.seed(poolId, odd.change);
    const snapshot = await read(sandbox, poolId);
    const one = await proven(pulled(snapshot, poolId), snapshot);
    expect([unsaid(one), one.unread, one.imports.impossible]).toEqual([odd.unsaid ?? [], [], []]);
    expect(pulled(await read(sandbox, poolId), poolId).text).toBe(one.text);
  });
});

describe.each(RECORDED)('the real pool %s', (name) => {
  it('is pulled as a valid spec that audits clean', async () => {
    const snapshot = recordedSnapshot(name);
    const one = await proven(pulled(snapshot, recordedId(name)), snapshot);
    const { UsernameConfiguration } = snapshot.pool?.ok ? snapshot.pool.value : {};
    expect([unsaid(one), one.unread]).toEqual([UsernameConfiguration ? [] : ['signIn.caseSensitive'], []]);
  });
});

const context = terraformContext(desired(MINIMAL), identityOf(MINIMAL));
const settable = ROWS.filter(({ facet, field }) => facet.kind === 'single' && field.write !== undefined);

/** Sets one setting live; false where AWS refuses it in this pool. */
async function set(sandbox: Cloud, poolId: string, { field }: Row, value: unknown): Promise<boolean> {
  for (const { operation, partial } of field.write?.(field.desired(value, context.identity), context) ?? []) {
    const input = overlay(FULL_CALL[operation](await read(sandbox, poolId), poolId, ''), partial);
    const sent = await sandbox.writer.send({ operation, input: input as Record<string, unknown> }).then(
      () => true,
      () => false,
    );
    if (!sent) return false;
  }
  return true;
}

describe('any live setting', () => {
  it.each(settable.map((row) => [row.path, row]))('%s', async (path, row) => {
    for (const value of STAGES[path]?.values ?? namedValues(row)) {
      const sandbox = await cloud();
      const poolId = await sandbox.pool({ PoolName: 'acme', ...STAGES[path]?.pool });
      if (STAGES[path]?.mfa) await sandbox.call('SetUserPoolMfaConfig', STAGES[path]?.mfa);
      await set(sandbox, poolId, row, value);
      const snapshot = await read(sandbox, poolId);
      await proven(pulled(snapshot, poolId), snapshot);
    }
  });

  it('and any several of them', async () => {
    const byPath = new Map(settable.map((row) => [row.path, row]));
    const change = fc
      .constantFrom(...byPath.keys())
      .chain((path) => anyValue(byPath.get(path) as Row).map((value): [string, unknown] => [path, value]));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 12 }), async (changes) => {
        const sandbox = await cloud();
        const poolId = await sandbox.pool({ PoolName: 'acme', UserPoolTier: 'PLUS' });
        for (const [path, value] of changes) await set(sandbox, poolId, byPath.get(path) as Row, value);
        const snapshot = await read(sandbox, poolId);
        await proven(pulled(snapshot, poolId), snapshot);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

/** What no spec can say, which pull leaves out with a finding: an image that AWS never shows. */
const isLeftOut = (one: Change): boolean => {
  const pulled = fieldOf(one)?.pulled;
  return pulled !== undefined && one.live.kind === 'value' && pulled(one.live.value, '') === undefined;
};

describe('minimal', () => {
  it('says what is live, whatever that is, and says nothing twice', () => {
    fc.assert(
      fc.property(anySpec, (spec) => {
        const state = desired(spec);
        const identity = identityOf(spec);
        const live = twinOf(state);
        const sections: Record<string, Record<string, unknown>> = { pool: {} };
        for (const entry of live.entries.values()) {
          const facet = facetOf(entry.facet);
          const section = facet && minimal(facet, entry, identity);
          if (facet?.kind === 'keyed') sections[facet.id] = { ...sections[facet.id], [entry.key ?? '']: section };
          else if (facet && section) sections[facet.id] = { ...section };
        }
        const again = { ...sections, pool: { ...sections['pool'], ...spec.pool } } as unknown as PoolSpec;
        const said = diff(desired(again), live).changes.filter(({ kind }) => kind === 'changed');
        expect(said.filter((one) => !isLeftOut(one))).toEqual([]);
      }),
    );
  });
});
