import { describe, expect, it } from 'vitest';
import { ROWS, type Row, titled } from '../harness/registry.js';
import { POOL as IDENTITY } from '../harness/specs.js';
import { loadTree, POOL, told } from './load-tree.js';

const SPEC = `baseline: ../baseline.yaml\n${POOL}`;
const load = (spec: string, baseline: string) =>
  loadTree({ 'configs/acme.yaml': SPEC + spec, 'baseline.yaml': baseline });

describe('a baseline', () => {
  it.each<[string, string, string]>([
    ['the same', 'passwordPolicy: {minimumLength: 12}', 'passwordPolicy: {minimumLength: 12}'],
    ['something stronger', 'passwordPolicy: {minimumLength: 14}', 'passwordPolicy: {minimumLength: 12}'],
    ['a default that is stronger', '', 'passwordPolicy: {requireSymbols: false}'],
    ['another spelling', 'clients: {web: {accessTokenValidity: 60m}}', 'clients: {web: {accessTokenValidity: 1h}}'],
    ['a shorter time', 'clients: {web: {refreshTokenValidity: 12h}}', 'clients: {web: {refreshTokenValidity: 7d}}'],
    ['fewer flows', 'clients: {web: {authFlows: [srp]}}', 'clients: {"*": {authFlows: [srp, refreshToken]}}'],
    ['nothing to apply to', '', 'clients: {"*": {preventUserExistenceErrors: true}}'],
  ])('is met by %s', (_what, spec, baseline) => {
    const { findings, specs } = load(spec, baseline);
    expect(findings).toEqual([]);
    expect(specs).toHaveLength(1);
  });

  it.each<[string, string, string, string, string]>([
    [
      'a weaker value, naming both lines',
      'passwordPolicy:\n  minimumLength: 8\n',
      'passwordPolicy:\n  minimumLength: 12\n',
      'baseline/weakened configs/acme.yaml:8:18',
      'passwordPolicy.minimumLength is 8 (configs/acme.yaml:8); baseline.yaml:2 asks for 12 or stronger.',
    ],
    [
      'silence, where the default is weaker',
      'passwordPolicy:\n  requireSymbols: true\n',
      'passwordPolicy:\n  minimumLength: 12\n',
      'baseline/weakened configs/acme.yaml:7:1',
      'passwordPolicy.minimumLength is not said, so it is 8; baseline.yaml:2 asks for 12 or stronger.',
    ],
    [
      'a boolean',
      '',
      'pool:\n  deletionProtection: true\n',
      'baseline/weakened configs/acme.yaml:2:1',
      'pool.deletionProtection is not said, so it is false; baseline.yaml:2 asks for true.',
    ],
    [
      'flows of which one is not allowed',
      'clients:\n  web:\n    authFlows: [password]\n',
      'clients:\n  "*":\n    authFlows: [srp, refreshToken]\n',
      'baseline/weakened configs/acme.yaml:9:16',
      'clients.web.authFlows is [\\"password\\"] (configs/acme.yaml:9); baseline.yaml:3 asks for',
    ],
    [
      'a limit that is none',
      'clients:\n  web:\n    secretMaxAgeDays: 0\n',
      'clients:\n  "*":\n    secretMaxAgeDays: 90\n',
      'baseline/weakened configs/acme.yaml:9:23',
      'clients.web.secretMaxAgeDays is 0 (configs/acme.yaml:9); baseline.yaml:3 asks for 90 or stronger.',
    ],
    [
      'another value, where none is the stronger one',
      '',
      'pool:\n  region: eu-central-1\n',
      'baseline/differs configs/acme.yaml:5:11',
      'pool.region is eu-west-1 (configs/acme.yaml:5); baseline.yaml:2 asks for eu-central-1.',
    ],
    [
      'an object that is not there',
      '',
      'attributes:\n  email:\n    required: true\n',
      'baseline/missing-object configs/acme.yaml:1:1',
      'attributes.email is not there, but baseline.yaml:2 asks for it.',
    ],
  ])('is not met by %s', (_what, spec, baseline, place, message) => {
    const { findings, specs } = load(spec, baseline);
    expect(specs).toEqual([]);
    expect(findings.map(told)).toEqual([place]);
    expect(findings[0]?.message).toContain(message.replaceAll('\\"', '"'));
    expect(findings[0]?.severity).toBe('error');
  });

  it.each<[string, string, string]>([
    ['a misspelt setting', 'passwordPolicy:\n  minimumLenght: 12\n', 'schema/unknown-key baseline.yaml:2:3'],
    ['a bad value', 'clients:\n  "*":\n    authSessionMinutes: 99\n', 'schema/out-of-range baseline.yaml:3:25'],
    ['a bad key', 'clients:\n  "**": {}\n', 'schema/bad-key baseline.yaml:2:3'],
    ['what is no setting', 'include: [x.yaml]\n', 'baseline/not-a-setting baseline.yaml:1:1'],
    ['an unresolved variable', 'passwordPolicy:\n  minimumLength: ${NO}\n', 'variables/unresolved baseline.yaml:2:18'],
    ['broken YAML', 'passwordPolicy: {\n', 'yaml/indent baseline.yaml:2:1'],
  ])('is refused with %s', (_what, baseline, place) => {
    const { findings, specs } = load('', baseline);
    expect(specs).toEqual([]);
    expect(findings.map(told)).toEqual([place]);
  });

  it('needs nothing that a spec needs', () => {
    expect(load('', 'identityProviders: {"*": {identifiers: []}}\n').findings).toEqual([]);
  });

  it('that is missing is an error where it is named', () => {
    const { findings } = loadTree({ 'configs/acme.yaml': SPEC });
    expect(findings.map(told)).toEqual(['baseline/missing configs/acme.yaml:1:11']);
  });

  it('of a base cannot be got rid of, and adds up with others', () => {
    const { findings } = loadTree({
      'configs/acme.yaml': `extends: ../platform/base.yaml\nbaseline: soft.yaml\n${POOL}overlays:\n  prod:\n    baseline: [../platform/prod.yaml]\n`,
      'configs/soft.yaml': 'passwordPolicy: {minimumLength: 6}\n',
      'platform/base.yaml': 'baseline: hard.yaml\n',
      'platform/hard.yaml': 'passwordPolicy: {minimumLength: 12}\n',
      'platform/prod.yaml': 'pool: {deletionProtection: true}\n',
    });
    expect(findings.map(({ setting }) => setting).sort()).toEqual([
      'passwordPolicy.minimumLength',
      'pool.deletionProtection',
    ]);
  });

  it('of poolward.yaml holds for every spec', () => {
    const { findings, specFiles } = loadTree({
      'configs/acme.yaml': POOL,
      'configs/baseline.yaml': 'passwordPolicy: {minimumLength: 12}\n',
      'poolward.yaml': 'baseline: configs/baseline.yaml\n',
    });
    expect(specFiles).toEqual(['configs/acme.yaml']);
    expect(findings.map(({ rule, target }) => [rule, target])).toEqual([['baseline/weakened', 'configs/acme.yaml']]);
  });
});

describe('a baseline of one row', () => {
  const said = ({ facet, name, field }: Row): object => {
    const required = ROWS.filter((row) => row.facet.id === facet.id && row.field.required);
    const beside = Object.fromEntries(required.map((row) => [row.name, row.field.example]));
    const section = { ...beside, [name]: field.example ?? field.default };
    return { [facet.id]: facet.kind === 'keyed' ? { [facet.key.example]: section } : section };
  };

  it.each(titled(ROWS))('%s is met by itself', (_path, row) => {
    const sections = said(row);
    const { findings } = loadTree({
      'configs/acme.yaml': JSON.stringify({ baseline: '../baseline.yaml', pool: IDENTITY, ...sections }),
      'baseline.yaml': JSON.stringify(sections),
    });
    expect(findings.filter(({ rule }) => /^(baseline|schema|yaml|variables)\//.test(rule))).toEqual([]);
  });
});
