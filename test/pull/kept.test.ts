// What of a live pool no spec can hold is left out alone, with the reason; what stays is a spec that validates.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { pull } from '../../src/pull/pull.js';
import { posture } from '../../src/rules/run.js';
import { cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';
import { SECTIONS } from '../harness/twin.js';

const CSS = '.banner-customizable { background-color: #123456; }';

/** The pool of a session as pull writes it. */
async function pulled(own: Awaited<ReturnType<typeof cloud>>, poolId: string) {
  const snapshot = await own.reader.read({ poolId, sections: SECTIONS, users: [] });
  const one = pull(snapshot, { poolId, id: undefined, schema: 'pool.schema.json', file: 'acme.yaml' });
  return { ...one, subject: subjectOf(one.text.replace(/^#.*\n/, '')) };
}

it('the logo of the classic pages goes, and their style stays', async () => {
  const own = await cloud();
  const poolId = await own.pool({ PoolName: 'acme' });
  await own.call('CreateUserPoolDomain', { Domain: 'acme-login' });
  const ImageFile = readFileSync('test/detection/assets/logo.png');
  await own.call('SetUICustomization', { ClientId: 'ALL', CSS, ImageFile });
  const { subject, findings } = await pulled(own, poolId);
  expect(subject.spec.hostedUi).toEqual({ pool: { css: CSS } });
  expect(findings.map(({ rule, setting }) => [rule, setting])).toEqual([['pull/unsayable', 'hostedUi.pool.image']]);
});

it('verification by link stays, and the missing domain is a finding', async () => {
  const own = await cloud();
  const VerificationMessageTemplate = { DefaultEmailOption: 'CONFIRM_WITH_LINK' };
  const poolId = await own.pool({ PoolName: 'acme', AutoVerifiedAttributes: ['email'], VerificationMessageTemplate });
  const { subject } = await pulled(own, poolId);
  expect(subject.spec.verification?.emailStyle).toBe('link');
  const rules = posture(subject.document, subject.spec).map(({ rule }) => rule);
  expect(rules).toContain('link-verification-needs-domain');
});
