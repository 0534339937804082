import { readdirSync, readFileSync } from 'node:fs';
import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import type { Listed, LiveClient, Snapshot } from '../../src/model/facet.js';
import { emptySnapshot } from './twin.js';

export const FOLDER = 'test/cases/recorded';

const read = (file: string): any => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'));
const standard: readonly SchemaAttributeType[] = read('standard-attributes.json').attributes;

/** Names of the recorded reads of real pools. */
export const RECORDED: readonly string[] = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

const described = (client: LiveClient): Listed<LiveClient> => ({
  name: client.ClientName ?? '',
  id: client.ClientId ?? '',
  item: { ok: true, value: { ...client, secrets: { ok: true, value: { number: 0 } } } },
});

/** A recorded pool, as the reader would have read it. */
export function recordedSnapshot(name: string): Snapshot {
  const { pool, mfa, schema, clients } = read(`${name}/live.json`);
  const SchemaAttributes = standard.map((attribute) => ({ ...attribute, ...schema[attribute.Name ?? ''] }));
  return {
    ...emptySnapshot(),
    pool: { ok: true, value: { ...pool, SchemaAttributes } },
    mfa: { ok: true, value: mfa },
    clients: { ok: true, value: clients.map(described) },
  };
}

/** The id of a recorded pool. */
export function recordedId(name: string): string {
  return String(read(`${name}/live.json`).pool.Id);
}
