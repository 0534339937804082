import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deployedState, taintedIn } from '../../src/audit/deployed-state.js';
import { idsIn } from '../../src/audit/outputs.js';
import { unfinished } from '../../src/audit/unfinished.js';
import { subjectOf } from '../harness/specs.js';

// Both forms of one state, as Terraform 1.11 wrote and printed them after SetUserPoolMfaConfig was refused.
const STORED = readFileSync(new URL('../cases/tainted/state.json', import.meta.url), 'utf8');
const SHOWN = readFileSync(new URL('../cases/tainted/show.json', import.meta.url), 'utf8');
const POOL = 'aws_cognito_user_pool.pool';

describe.each([
  ['a state file', STORED],
  ['terraform show -json', SHOWN],
])('%s', (_form, text) => {
  it('tells which resources are tainted', () => {
    expect(taintedIn(text)).toEqual([POOL]);
  });

  it('tells the id of the pool, though no output was written', () => {
    const state = deployedState(text);
    expect(state && idsIn(state)).toEqual({ userPoolId: state?.get(POOL)?.['id'], ids: new Map() });
  });
});

it('no other text has tainted resources', () => {
  const untainted = STORED.replace('"status": "tainted",', '');
  for (const text of ['', 'null', '[]', '{}', untainted]) expect(taintedIn(text)).toEqual([]);
});

describe('the finding', () => {
  const of = (yaml: string, tainted: readonly string[]) => {
    const subject = subjectOf(yaml);
    return unfinished({ ...subject, outputs: { ids: new Map(), tainted } });
  };
  const pool = 'pool: {id: acme, name: acme, region: eu-west-1, account: "123456789012"}\n';

  it('is an error for a pool, and says what the next deploy does', () => {
    const [blocked] = of(pool, [POOL]);
    expect(blocked).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('Instance cannot be destroyed'),
    });
    const [open] = of(`${pool}terraform: {preventDestroy: false}\n`, [POOL]);
    expect(open).toMatchObject({ severity: 'error', message: expect.stringContaining('with all its users') });
  });

  it('is a warning for anything else, and nothing where nothing is tainted', () => {
    expect(of(pool, ['aws_cognito_user_pool_client.web'])).toMatchObject([{ severity: 'warning' }]);
    expect(of(pool, [])).toEqual([]);
  });
});
