// What a row writes is what it reads: through the real SDK and the sandbox, in full calls as `fix` sends them.
import { describe, expect, it } from 'vitest';
import { SECTIONS } from '../../src/audit/audit.js';
import { observe } from '../../src/audit/observe.js';
import { FULL_CALL } from '../../src/fix/full-call.js';
import { overlay } from '../../src/model/merge.js';
import type { Observed } from '../../src/model/state.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { terraformContext } from '../../src/synth/context.js';
import { type Cloud, cloud } from '../harness/cloud.js';
import { namedValues, ROWS, type Row } from '../harness/registry.js';
import { subjectOf } from '../harness/specs.js';
import { OBJECTS, STAGES, type Stage, WANTED } from './roundtrip-stages.js';

const wanted = desired(WANTED);
const context = terraformContext(wanted, identityOf(WANTED));

interface Made {
  readonly poolId: string;
  /** What the write is about: a client id, a domain, or the pool itself. */
  readonly target: string;
  readonly address: string;
}

async function make({ call, pool }: Cloud, { facet }: Row, stage: Stage): Promise<Made> {
  const poolId = await pool(stage.pool);
  if (stage.mfa) await call('SetUserPoolMfaConfig', stage.mfa);
  const object = OBJECTS[facet.id];
  if (facet.kind === 'single') return { poolId, target: '', address: facet.id };
  if (!object) throw new Error(`roundtrip-stages.ts does not say how to make one of the ${facet.id}`);
  // What needs a domain or a client finds one.
  if (object.create === 'SetUICustomization') await call('CreateUserPoolDomain', { Domain: 'acme-login' });
  const { UserPoolClient: owner } = object.client ? await call('CreateUserPoolClient', { ClientName: 'web' }) : {};
  const input = { ...object.input, ...stage.object, ...(owner && { ClientId: owner.ClientId }) };
  const [answer] = Object.values(await call(object.create, input)) as Record<string, unknown>[];
  const target = object.target ?? String(answer?.[object.id] ?? input[object.id]);
  return { poolId, target, address: `${facet.id}/${object.key ?? target}` };
}

async function write(
  { reader, writer }: Cloud,
  { field }: Row,
  { poolId, target }: Made,
  value: unknown,
): Promise<void> {
  for (const { operation, partial } of field.write?.(value, context) ?? []) {
    const snapshot = await reader.read({ poolId, sections: SECTIONS, users: [] });
    const input = overlay(FULL_CALL[operation](snapshot, poolId, target), partial) as Record<string, unknown>;
    await writer.send({ operation, input });
  }
}

async function seen(
  { reader }: Cloud,
  { name }: Row,
  { poolId, target, address }: Made,
): Promise<Observed | undefined> {
  const snapshot = await reader.read({ poolId, sections: SECTIONS, users: [] });
  return observe(snapshot, wanted, new Map([[address, target]]))
    .entries.get(address)
    ?.settings.get(name);
}

const canonical = ({ field }: Row, value: unknown): unknown => field.desired(value, context.identity);
const writable = ROWS.filter(({ field }) => field.write !== undefined);

describe.each(writable.map((row) => [row.path, row]))('%s', (path, row) => {
  const stage = STAGES[path] ?? {};
  const values = (stage.values ?? namedValues(row)).map((value) => canonical(row, value));

  it('reads as it was written', async () => {
    for (const value of values) {
      const sandbox = await cloud();
      const made = await make(sandbox, row, stage);
      await write(sandbox, row, made, value);
      const now = await seen(sandbox, row, made);
      expect(now, JSON.stringify(value)).toMatchObject({ kind: 'value' });
      if (now?.kind === 'value')
        expect(row.field.equal(value, now.value), JSON.stringify([value, now.value])).toBe(true);
    }
  });

  if (stage.final === undefined)
    it('can be unset again', async () => {
      const sandbox = await cloud();
      const made = await make(sandbox, row, stage);
      const before = await seen(sandbox, row, made);
      await write(sandbox, row, made, values[0]);
      const unset = row.field.default === undefined ? undefined : canonical(row, row.field.default);
      await write(sandbox, row, made, unset);
      const now = await seen(sandbox, row, made);
      expect(now, JSON.stringify(before)).toEqual(
        unset === undefined ? { kind: 'absent' } : { kind: 'value', value: unset },
      );
    });
});

describe('a pool that was created with only a name', () => {
  const named = subjectOf('');

  it.each(['absent', 'empty'] as const)(
    'audits clean against a spec that says nothing (unset lists %s)',
    async (unsetPoolLists) => {
      const sandbox = await cloud({ world: { unsetPoolLists } });
      await sandbox.pool({ PoolName: 'acme' });
      const { findings, coverage } = await sandbox.audit(named);
      expect(findings).toEqual([]);
      expect(coverage).toMatchObject({ unchecked: [], unverifiable: [] });
      expect(coverage.checked).toBeGreaterThan(40);
    },
  );

  it('audits clean with a client and a domain of which nothing is said', async () => {
    const sandbox = await cloud();
    await sandbox.pool({ PoolName: 'acme' });
    await sandbox.call('CreateUserPoolClient', { ClientName: 'web' });
    await sandbox.call('CreateUserPoolDomain', { Domain: 'acme-login' });
    const { findings } = await sandbox.audit(subjectOf('clients:\n  web:\ndomains:\n  acme-login:\n'));
    expect(findings).toEqual([]);
  });
});
