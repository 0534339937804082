// Pools of another emulator: what moto answers differs from AWS, and pull must survive it.
import { describe, expect, it } from 'vitest';
import { auditPool } from '../../src/audit/audit.js';
import { deployOutputs } from '../../src/audit/outputs.js';
import { poolReader } from '../../src/aws/reads.js';
import { importsFile } from '../../src/pull/imports.js';
import { pull } from '../../src/pull/pull.js';
import { refusals } from '../../src/rules/run.js';
import { subjectOf } from '../harness/specs.js';
import { SECTIONS } from '../harness/twin.js';
import { clientFor, send } from '../sandbox/support.js';
import { startMoto, tool } from '../sandbox/tools.js';
import { inputOf, ODD_POOLS } from './odd-pools.js';

/** What moto has no operation for: AWS's answer would be there, and here it is unread. */
const UNREAD =
  /^(risk|hostedUi|terms|replicas|logs|sessions|branding\.[\w-]+|clients\.[\w-]+\.(maxSecrets|secretMaxAgeDays|ssoMinutes)): /;

/** AWS fills the bounds of a standard attribute that is declared without; moto keeps what it was told. */
const DIFFERENT: Readonly<Record<string, readonly string[]>> = {
  aliases: ['attributes.email.minLength', 'attributes.email.maxLength'],
};

describe('pools on moto', () => {
  it('are pulled as valid specs that audit clean', { timeout: 180_000 }, async (ctx) => {
    const moto = await startMoto(tool(ctx, 'moto_server', 'moto', 'pip install "moto[server]"'));
    const client = clientFor(moto.url);
    const reader = poolReader(client);
    try {
      for (const [PoolName, odd] of Object.entries(ODD_POOLS)) {
        const input = JSON.parse(JSON.stringify(inputOf(odd)).replaceAll('eu-west-1', 'us-east-1'));
        const { UserPool } = await send(client, ['CreateUserPool', { PoolName, ...input }]);
        const poolId = UserPool.Id as string;
        const call = (operation: string, more: object = {}) =>
          send(client, [operation, { UserPoolId: poolId, ...more }]);
        // Operations that moto does not have are passed over.
        await odd.more?.((operation, more) => call(operation, more).catch(() => ({ UserPoolClient: {} })));
        const snapshot = await reader.read({ poolId, sections: SECTIONS, users: [] });
        const one = pull(snapshot, { poolId, id: undefined, schema: 's', file: 'configs/acme.yaml' });
        const subject = subjectOf(one.text.replace(/^#.*\n/, ''));
        expect(refusals(subject.document, subject.spec).filter(({ severity }) => severity === 'error')).toEqual([]);
        const outputs = deployOutputs(importsFile(one.imports.blocks), subject.spec.pool.id) ?? subject.outputs;
        const { findings } = await auditPool({ ...subject, outputs }, reader);
        expect(one.unread.filter((part) => !UNREAD.test(part))).toEqual([]);
        expect(one.findings.map(({ setting }) => setting)).toEqual([
          ...(odd.unsaid ?? []),
          ...(DIFFERENT[PoolName] ?? []),
        ]);
        const compared = findings.filter(({ rule }) => rule !== 'drift/unchecked');
        expect(compared.map(({ setting }) => setting)).toEqual([...(odd.unsaid ?? []), ...(DIFFERENT[PoolName] ?? [])]);
      }
    } finally {
      client.destroy();
      await moto.stop();
    }
  });
});
