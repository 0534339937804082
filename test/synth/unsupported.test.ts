import { expect, it } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import { desired } from '../../src/spec/desired.js';
import { leftOut, leftOutLine } from '../../src/synth/unsupported.js';
import { MINIMAL } from '../harness/specs.js';

const lines = (spec: Partial<PoolSpec>): string[] =>
  leftOut(desired({ ...MINIMAL, ...spec })).map((one) => leftOutLine(one, 'configs/acme.yaml'));

it('says nothing of a spec that the provider can express', () => {
  expect(lines({ mfa: { mode: 'optional', totp: true }, clients: { web: { secret: true } } })).toEqual([]);
});

it('names what is declared, and the way', () => {
  const links = { 'cognito:default': 'https://acme.example/terms' };
  expect(
    lines({
      sessions: { tracking: true },
      clients: { web: { secretMaxAgeDays: 90 } },
      terms: { 'web/terms-of-use': { links } },
      replicas: { 'eu-central-1': {} },
    }).map((line) => line.replace(/https:[^)]+/g, '…')),
  ).toEqual([
    'clients.web.secretMaxAgeDays is not in the stack: the provider cannot express it, because it knows the one secret that a client is made with (…); it is audited, and nothing sets it',
    'terms.web/terms-of-use is not in the stack: the provider cannot express it, because it has no resource for terms documents (…); after the deploy: poolward fix configs/acme.yaml --yes',
    'sessions.tracking is not in the stack: the provider cannot express it, because it has no argument for session tracking (…); after the deploy: poolward fix configs/acme.yaml --yes',
    'replicas.eu-central-1 is not in the stack: the provider cannot express it, because it has no resource for replicas (…); after the deploy: poolward fix configs/acme.yaml --yes',
  ]);
});
