import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const REGION = 'eu-west-1';
export const ACCOUNT = '123456789012';

/** One generated pool; what the sandbox is seeded with and what the spec says are made from the same figures. */
export interface BenchPool {
  readonly id: string;
  readonly clients: readonly string[];
}

/** Pools `bench-1` … with clients `app-1` …. */
export function benchPools(pools: number, clients: number): BenchPool[] {
  return numbered('bench', pools).map((id) => ({ id, clients: numbered('app', clients) }));
}

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name}-${index + 1}`);
}

/** Writes the specs into `configs/` of a folder. */
export function writeSpecs(folder: string, pools: readonly BenchPool[]): void {
  const configs = join(folder, 'configs');
  mkdirSync(configs, { recursive: true });
  for (const pool of pools) writeFileSync(join(configs, `${pool.id}.yaml`), specText(pool));
}

/** With four clients it has the length of an ordinary spec, about 60 lines. */
export function specText({ id, clients }: BenchPool): string {
  return `# A pool of the benchmark.
pool:
  id: ${id}
  name: ${id}
  region: ${REGION}
  account: "${ACCOUNT}"
  environment: development
  tier: essentials
  deletionProtection: true
  tags:
    team: identity

signIn:
  usernameAttributes: [email]
  caseSensitive: false

passwordPolicy:
  minimumLength: 12
  historySize: 5
  temporaryPasswordDays: 3

# Codes of an authenticator app.
mfa:
  mode: optional
  totp: true

accountRecovery:
  # In this order.
  mechanisms: [email, phone]

signUp:
  selfSignUp: false

verification:
  autoVerify: [email]
  beforeUpdate: [email]

clients:
${clients.map((client) => clientText(client)).join('')}`;
}

function clientText(client: string): string {
  return `  ${client}:
    authFlows: [srp]
    refreshTokenRotation: true
    preventUserExistenceErrors: true
    accessTokenValidity: 30m
    authSessionMinutes: 5
`;
}
