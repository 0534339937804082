// A sandbox with one pool, put back after every change, and the audit beside it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { auditPool, type PoolAudit, type Subject } from '../../src/audit/audit.js';
import { poolReader } from '../../src/aws/reads.js';
import { type Sandbox, type StoredDomain, type StoredPool, startSandbox } from '../../src/sandbox/index.js';
import type { Files } from '../../src/spec/files.js';
import { loadSpecs } from '../../src/spec/load.js';
import { reading } from '../harness/files.js';
import { clientFor, send as sendOne } from '../sandbox/support.js';
import { clientId, isAnswer, type Names, type Place, type Send } from './objects.js';

const REGION = 'us-east-1';

/** Files of the test's own folder. */
const DISK: Files = {
  stat: (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found && { kind: found.isFile() ? 'file' : 'folder', size: found.size };
  },
  list: () => [],
  ...reading((path) => (existsSync(path) ? readFileSync(path) : undefined)),
};

/** A spec of this folder, valid in every way. */
export function subjectAt(file: string, userPoolId: string, ids: readonly [string, string][] = []): Subject {
  const { specs, findings } = loadSpecs([file], DISK);
  const [loaded] = specs;
  if (!loaded) throw new Error(`${file} is not valid: ${findings.map((one) => one.message).join('; ')}`);
  return { ...loaded, outputs: { userPoolId, ids: new Map(ids) }, today: '2026-01-01' };
}

/** Any operation by its name. An idle connection that was closed meanwhile is no answer: such a call is sent again. */
export function wire(client: CognitoIdentityProviderClient): Send {
  return async (operation, input) => {
    try {
      return await sendOne(client, [operation, input]);
    } catch (error) {
      if (isAnswer(error)) throw error;
      return sendOne(client, [operation, input]);
    }
  };
}

export interface Bench extends Place {
  readonly sandbox: Sandbox;
  readonly subject: Subject;
  audit(): Promise<PoolAudit>;
  /** Puts everything back as it was when the bench was made. */
  restore(): void;
  /** The stored pool, and the domains beside it, for states that no call reaches. */
  readonly stored: StoredPool;
  readonly domains: Map<string, StoredDomain>;
  close(): Promise<void>;
}

/** Makes the pool with `make` and holds it against a spec. */
export async function bench(file: string, make: (send: Send) => Promise<string>, names: Names): Promise<Bench> {
  const sandbox = await startSandbox({ seed: 'detection' });
  const client = clientFor(sandbox.url, REGION);
  const send = wire(client);
  const poolId = await make(send);
  const ClientId = await clientId({ send, poolId, names });
  const subject = subjectAt(file, poolId, ClientId ? [[`clients/${names.client}`, ClientId]] : []);
  const reader = poolReader(client);
  const store = sandbox.store(REGION);
  const [pools, domains] = [structuredClone(store.pools), structuredClone(store.domains)];
  return {
    sandbox,
    send,
    poolId,
    names,
    ...(ClientId && { clientId: ClientId }),
    subject,
    audit: () => auditPool(subject, reader),
    restore: () => {
      fill(store.pools, structuredClone(pools));
      fill(store.domains, structuredClone(domains));
    },
    get stored() {
      return sandbox.peek(poolId);
    },
    domains: store.domains,
    close: async () => {
      client.destroy();
      await sandbox.close();
    },
  };
}

function fill<K, V>(target: Map<K, V>, content: Map<K, V>): void {
  target.clear();
  for (const [key, value] of content) target.set(key, value);
}
