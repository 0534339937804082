import { describe, expect, it } from 'vitest';
import { loadSpecs } from '../../src/spec/load.js';
import { filesOf } from '../harness/files.js';

const POOL = 'pool:\n  id: acme\n  name: acme\n  region: eu-west-1\n  account: "123456789012"\n';
const INCLUDING = `${POOL}include: [teams/billing.yaml, teams/shop.yaml]\nclients:\n  web: {}\n`;

function load(tree: Record<string, string>) {
  return loadSpecs(['configs'], filesOf(tree));
}

describe('include', () => {
  it('adds the objects of other files, which are no specs of their own', () => {
    const { specs, findings, specFiles } = load({
      'configs/acme.yaml': INCLUDING,
      'configs/teams/billing.yaml': 'clients:\n  billing:\n    authSessionMinutes: 5\n',
      'configs/teams/shop.yaml': 'clients:\n  shop: {}\n',
    });
    expect(findings).toEqual([]);
    expect(specFiles).toEqual(['configs/acme.yaml']);
    expect(Object.keys(specs[0]?.spec.clients ?? {})).toEqual(['web', 'billing', 'shop']);
    expect(specs[0]?.document.locate(['clients', 'billing', 'authSessionMinutes'])).toMatchObject({
      file: 'configs/teams/billing.yaml',
      start: { line: 3, column: 25 },
    });
  });

  const fine = 'clients:\n  shop: {}\n';
  it.each<[string, Record<string, string>, string, string]>([
    ['a missing file', { 'configs/teams/shop.yaml': fine }, 'include/missing', 'configs/acme.yaml:6:11'],
    [
      'a setting of the pool',
      { 'configs/teams/billing.yaml': 'mfa:\n  mode: off\n', 'configs/teams/shop.yaml': fine },
      'include/not-shared',
      'configs/teams/billing.yaml:1:1',
    ],
    [
      'an include within an include',
      { 'configs/teams/billing.yaml': 'include: [x.yaml]\n', 'configs/teams/shop.yaml': fine },
      'include/not-shared',
      'configs/teams/billing.yaml:1:1',
    ],
    [
      'an object of the spec',
      { 'configs/teams/billing.yaml': 'clients:\n  web: {}\n', 'configs/teams/shop.yaml': fine },
      'include/declared-twice',
      'configs/teams/billing.yaml:2:3',
    ],
    [
      'an object of another part',
      { 'configs/teams/billing.yaml': fine, 'configs/teams/shop.yaml': fine },
      'include/declared-twice',
      'configs/teams/shop.yaml:2:3',
    ],
    [
      'broken YAML',
      { 'configs/teams/billing.yaml': 'clients: [\n', 'configs/teams/shop.yaml': fine },
      'yaml/indent',
      'configs/teams/billing.yaml',
    ],
    [
      'a wrong value, at the line of the part',
      { 'configs/teams/billing.yaml': 'clients:\n  b:\n    authSessionMinutes: 99\n', 'configs/teams/shop.yaml': fine },
      'schema/out-of-range',
      'configs/teams/billing.yaml:3:25',
    ],
  ])('refuses %s', (_what, parts, rule, place) => {
    const { findings, specs } = load({ 'configs/acme.yaml': INCLUDING, ...parts });
    expect(specs).toEqual([]);
    expect(findings.map((one) => one.rule)).toEqual([rule]);
    const at = findings[0]?.at;
    expect(`${at?.file}:${at?.start.line}:${at?.start.column}`).toMatch(new RegExp(`^${place}`));
  });
});
