// A client that was deleted and made again under its old name is not the client that was deployed.
import { expect, it } from 'vitest';
import { cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';

const SPEC = 'clients:\n  web: {}\n';

it('an id that is not the one of the deploy is a finding, with both ids', async () => {
  const own = await cloud();
  const userPoolId = await own.pool({ PoolName: 'acme' });
  const make = async () =>
    (await own.call('CreateUserPoolClient', { ClientName: 'web' })).UserPoolClient.ClientId as string;
  const first = await make();
  const subject = subjectOf(SPEC, { userPoolId, ids: [['clients/web', first]] });
  const again = async () => (await own.audit(subject)).findings.filter(({ rule }) => rule === 'audit/made-again');
  expect(await again()).toEqual([]);
  await own.call('DeleteUserPoolClient', { ClientId: first });
  expect(await again()).toEqual([]);
  const second = await make();
  const [finding, ...others] = await again();
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', setting: 'clients.web' });
  expect(finding?.message).toContain(first);
  expect(finding?.message).toContain(second);
});
