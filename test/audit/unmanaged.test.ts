import { CreateUserPoolClientCommand, UpdateUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { auditPool } from '../../src/audit/audit.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { stackPlan } from '../../src/synth/plan.js';
import { cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';

const OWNED = 'owner: billing team\n    reason: Set by the billing pipeline.\n';
const WEB = 'clients:\n  web: {}\n';

/** A pool with a changed client of the spec and a client of somebody else. */
async function setting() {
  const aws = await cloud();
  const userPoolId = await aws.pool({ PoolName: 'acme' });
  const client = async (ClientName: string) => {
    const made = await aws.client.send(new CreateUserPoolClientCommand({ UserPoolId: userPoolId, ClientName }));
    return made.UserPoolClient?.ClientId ?? '';
  };
  const [web, theirs] = [await client('web'), await client('theirs')];
  await aws.client.send(
    new UpdateUserPoolClientCommand({ UserPoolId: userPoolId, ClientId: web, AuthSessionValidity: 9 }),
  );
  return { theirs, audit: (yaml: string) => auditPool(subjectOf(yaml, { userPoolId }), aws.reader) };
}

describe('unmanaged', () => {
  it('is compared without an entry', async () => {
    const { audit } = await setting();
    const { findings } = await audit(WEB);
    expect(findings.map((one) => one.setting).sort()).toEqual(['clients.theirs', 'clients.web.authSessionMinutes']);
  });

  it.each<[string, (theirs: string) => string, string[], string[]]>([
    [
      'a setting and an object by its id',
      (theirs) => `- path: clients.web.authSessionMinutes\n    ${OWNED}  - id: ${theirs}\n    ${OWNED}`,
      [],
      ['clients.theirs', 'clients.web.authSessionMinutes'],
    ],
    ['a whole object', () => `- path: clients.web\n    ${OWNED}`, ['clients.theirs'], ['clients.web']],
    ['a whole section', () => `- path: clients\n    ${OWNED}`, [], ['clients.theirs', 'clients.web']],
    [
      'an entry whose day has come: compared, and said',
      () => `- path: clients\n    ${OWNED}    expires: "2026-01-01"\n`,
      ['clients.theirs', 'clients.web.authSessionMinutes', 'unmanaged.0.expires'],
      [],
    ],
    [
      'an entry whose day is to come',
      () => `- path: clients\n    ${OWNED}    expires: "2026-01-02"\n`,
      [],
      ['clients.theirs', 'clients.web'],
    ],
    [
      'a name instead of an id',
      () => `- id: theirs\n    ${OWNED}`,
      ['clients.theirs', 'clients.web.authSessionMinutes', 'unmanaged.0'],
      [],
    ],
  ])('%s', async (_what, entries, found, listed) => {
    const { audit, theirs } = await setting();
    const { findings, coverage } = await audit(`${WEB}unmanaged:\n  ${entries(theirs)}`);
    expect(findings.map((one) => one.setting).sort()).toEqual(found);
    expect(coverage.unmanaged.map((one) => one.setting).sort()).toEqual(listed);
    for (const one of coverage.unmanaged) expect(one.reason).toContain('billing team');
  });

  it('is not counted as checked', async () => {
    const { audit } = await setting();
    const [all, less] = [await audit(WEB), await audit(`${WEB}unmanaged:\n  - path: clients\n    ${OWNED}`)];
    expect(less.coverage.checked).toBeLessThan(all.coverage.checked);
  });

  it('is left alone by Terraform', () => {
    const { spec } = subjectOf(
      `${WEB}unmanaged:\n  - path: clients.web.authSessionMinutes\n    ${OWNED}  - path: passwordPolicy.minimumLength\n    ${OWNED}  - path: pool.tags\n    ${OWNED}`,
    );
    const { resources } = stackPlan(desired(spec), identityOf(spec), spec.unmanaged, '2026-01-01');
    const [pool, client] = resources;
    expect(pool?.lifecycle?.ignoreChanges).toContain('password_policy[0].minimum_length');
    expect(pool?.arguments).not.toHaveProperty('passwordPolicy.minimumLength');
    expect(pool?.arguments).toHaveProperty('passwordPolicy.requireNumbers', true);
    expect(client?.lifecycle?.ignoreChanges).toContain('auth_session_validity');
    expect(client?.arguments).not.toHaveProperty('authSessionValidity');
  });
});
