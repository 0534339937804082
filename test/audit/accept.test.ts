import {
  CreateUserPoolClientCommand,
  SetUserPoolClientSessionConfigurationCommand,
  UpdateUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { auditPool } from '../../src/audit/audit.js';
import { RECOMMENDED } from '../../src/model/config.js';
import { cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';

const OWNED = 'owner: web team, reason: known';
const SPEC =
  'pool:\n  id: acme\n  name: acme\n  region: us-east-1\n  account: "123456789012"\n  environment: development\n';

/** A pool whose client differs from the spec in the minutes that a user has for a challenge. */
async function drifted() {
  const aws = await cloud();
  const UserPoolId = await aws.pool({ PoolName: 'acme' });
  const { UserPoolClient } = await aws.client.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web' }));
  const ClientId = UserPoolClient?.ClientId ?? '';
  await aws.client.send(new UpdateUserPoolClientCommand({ UserPoolId, ClientId, AuthSessionValidity: 9 }));
  const subject = (accept: string) => ({
    ...subjectOf(`${SPEC}clients:\n  web: {}\n${accept && `accept:\n  - ${accept}\n`}`, { userPoolId: UserPoolId }),
    choice: { ...RECOMMENDED, sets: [] },
  });
  const audit = (accept: string) => auditPool(subject(accept), aws.reader);
  return { ...aws, poolId: UserPoolId, clientId: ClientId, subject, audit };
}

describe('accept in an audit', () => {
  it.each<[string, string, (string | undefined)[]]>([
    ['nothing', '', ['drift/changed:']],
    ['the drift', `{rule: drift/changed, path: clients.web.authSessionMinutes, ${OWNED}}`, ['drift/changed:accepted']],
    ['all drift of an object', `{rule: drift/changed, path: clients.web, ${OWNED}}`, ['drift/changed:accepted']],
    ['what is not there', `{rule: drift/extra, path: clients.rogue, ${OWNED}}`, ['drift/changed:', 'accept/unused:']],
    ['what has ended', `{rule: drift/changed, expires: "2025-12-31", ${OWNED}}`, ['drift/changed:']],
  ])('of %s', async (_name, accept, expected) => {
    const { findings } = await (await drifted()).audit(accept);
    expect(findings.map(({ rule, status = '' }) => `${rule}:${status}`)).toEqual(expected);
  });

  it('keeps fix from mending it', async () => {
    const { client, poolId, clientId, fix, subject, sent } = await drifted();
    const SSOSession = { MaxValidityMinutes: 5 };
    await client.send(
      new SetUserPoolClientSessionConfigurationCommand({ UserPoolId: poolId, ClientId: clientId, SSOSession }),
    );
    await fix(subject(`{rule: drift/changed, ${OWNED}}`));
    expect(sent).toEqual([]);
    await fix(subject(''));
    expect(sent.map(({ operation }) => operation)).toEqual(['SetUserPoolClientSessionConfiguration']);
  });
});
