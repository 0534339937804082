// terraform.leaveOut: what Terraform is not told, and what the audit says of it.
import { describe, expect, it } from 'vitest';
import { diff, flatten, nameOf } from '../../src/audit/diff.js';
import { adviceFor } from '../../src/audit/judge.js';
import type { PoolSpec } from '../../src/facets/index.js';
import { observed } from '../../src/model/state.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { resources } from '../../src/synth/resources.js';
import { namedValues, ROWS } from '../harness/registry.js';
import { MINIMAL } from '../harness/specs.js';
import { twinOf, withSetting } from '../harness/twin.js';

function specWith(leaveOut: readonly string[], more: object = {}): PoolSpec {
  return { ...MINIMAL, ...more, terraform: { leaveOut } } as PoolSpec;
}

function argumentsOf(spec: PoolSpec, name: string): object {
  const found = resources(desired(spec), identityOf(spec)).find((one) => one.name === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found.arguments;
}

describe('a setting that is left out', () => {
  it('is not told where the spec is silent about it, and told where it is not', () => {
    const clients = { web: null, api: { accessTokenValidity: '2h' } };
    const spec = specWith(['clients.accessTokenValidity'], { clients });
    expect(argumentsOf(spec, 'web')).not.toHaveProperty('accessTokenValidity');
    expect(argumentsOf(spec, 'api')).toMatchObject({ accessTokenValidity: 2 });
  });

  it('of one object is not told whatever the spec says, and told of the others', () => {
    const more = {
      pool: { ...MINIMAL.pool, userPoolId: 'us-east-1_AbCdEfGhI' },
      clients: { web: { secret: true }, api: { secret: true } },
    };
    const spec = specWith(['clients.web.secret'], more);
    expect(argumentsOf(spec, 'web')).not.toHaveProperty('generateSecret');
    expect(argumentsOf(spec, 'api')).toMatchObject({ generateSecret: true });
  });

  it('of one object is told in another pool than the one that has the object', () => {
    const spec = specWith(['clients.web.secret'], { clients: { web: { secret: true } } });
    expect(argumentsOf(spec, 'web')).toMatchObject({ generateSecret: true });
  });
});

describe('the audit of a setting that is left out', () => {
  /** What is said of a live value that nobody declared. */
  function adviceAt(path: string, address: string, setting: string, live: unknown, more: object = {}) {
    const spec = specWith([path], more);
    const state = desired(spec);
    const seen = withSetting(twinOf(state), address, setting, observed(live));
    const { changes } = diff(state, seen);
    const [one] = changes;
    if (!one) throw new Error('no change');
    const names = new Set(flatten(changes).map(nameOf));
    return adviceFor(one, names, { identity: identityOf(spec), desired: state, live: seen });
  }

  const kept = ROWS.filter(
    ({ facet, field }) =>
      facet.kind === 'single' && field.computed && typeof field.terraform === 'function' && field.default !== undefined,
  );

  it.each(kept.map((row) => [row.path, row]))('%s does not promise that Terraform converges it', (path, row) => {
    const { facet, name, field } = row;
    const live = namedValues(row).find((value) => !field.equal(value, field.default));
    const { convergedBy, deploy } = adviceAt(path, facet.id, name, live);
    expect(convergedBy).toBe(field.write ? 'fix' : 'nobody');
    expect(deploy).toBe('changes nothing');
  });

  it.each([
    ['10m', 'drops its unit: 10m becomes 10h'],
    ['2h', 'changes nothing'],
  ])('an access token of %s: a deploy %s', (live, deploy) => {
    const path = 'clients.accessTokenValidity';
    const advice = adviceAt(path, 'clients/web', 'accessTokenValidity', live, { clients: { web: null } });
    expect(advice).toMatchObject({ convergedBy: 'fix', deploy });
  });
});
