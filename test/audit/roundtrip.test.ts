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
import { MINIMAL, subjectOf } from '../harness/specs.js';
import { REFUSED, STAGES, type Stage } from './roundtrip-stages.js';

const DOMAIN = 'acme-login';
const CUSTOM = 'auth.example.com';
const spec = { ...MINIMAL, clients: { web: {} }, domains: { [DOMAIN]: {}, [CUSTOM]: {} } };
const wanted = desired(spec);
const context = terraformContext(wanted, identityOf(spec));

interface Made {
  readonly poolId: string;
  /** What the write is about: a client id, a domain, or the pool itself. */
  readonly target: string;
  readonly address: string;
}

async function make({ call, pool }: Cloud, { facet }: Row, stage: Stage): Promise<Made> {
  const poolId = await pool(stage.pool);
  if (stage.mfa) await call('SetUserPoolMfaConfig', stage.mfa);
  if (facet.id === 'clients') {
    const { UserPoolClient } = await call('CreateUserPoolClient', { ClientName: 'web', ...stage.client });
    return { poolId, target: UserPoolClient.ClientId, address: 'clients/web' };
  }
  if (facet.id !== 'domains') return { poolId, target: '', address: facet.id };
  const target = stage.custom ? CUSTOM : DOMAIN;
  await call('CreateUserPoolDomain', { Domain: target, CustomDomainConfig: stage.custom });
  return { poolId, target, address: `domains/${target}` };
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

async function seen({ reader }: Cloud, { name }: Row, { poolId, address }: Made): Promise<Observed | undefined> {
  const snapshot = await reader.read({ poolId, sections: SECTIONS, users: [] });
  return observe(snapshot, wanted).entries.get(address)?.settings.get(name);
}

const canonical = ({ field }: Row, value: unknown): unknown => field.desired(value, context.identity);
const refused = (row: Row, value: unknown) =>
  REFUSED.find((one) => one.row === row.path && JSON.stringify(one.value) === JSON.stringify(value));

const writable = ROWS.filter(({ field }) => field.write !== undefined);

describe.each(writable.map((row) => [row.path, row]))('%s', (path, row) => {
  const stage = STAGES[path] ?? {};
  const values = (stage.values ?? namedValues(row)).map((value) => canonical(row, value));

  it('reads as it was written', async () => {
    const sandbox = await cloud();
    for (const value of values.filter((one) => !refused(row, one))) {
      const made = await make(sandbox, row, stage);
      await write(sandbox, row, made, value);
      const now = await seen(sandbox, row, made);
      expect(now, JSON.stringify(value)).toMatchObject({ kind: 'value' });
      if (now?.kind === 'value')
        expect(row.field.equal(value, now.value), JSON.stringify([value, now.value])).toBe(true);
    }
  });

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
    await sandbox.call('CreateUserPoolDomain', { Domain: DOMAIN });
    const { findings } = await sandbox.audit(subjectOf(`clients:\n  web:\ndomains:\n  ${DOMAIN}:\n`));
    expect(findings).toEqual([]);
  });
});
