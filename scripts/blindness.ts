// Measures what Terraform sees of changes made outside the code: every member that the provider knows, changed on the wire
// beside the real Terraform and provider (and moto). Writes scripts/coverage/blindness.json; `npm run generate` makes the
// tables of docs/ from it.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeBase, NAMES } from '../test/detection/base.js';
import { type Bench, bench } from '../test/detection/bench.js';
import { mutations, sendMutation } from '../test/detection/mutate.js';
import { KINDS, type Names, type Send } from '../test/detection/objects.js';
import { makeFactors, makePlain, makeTotp, PLAIN_NAMES } from '../test/detection/others.js';
import { minimal, type Stack, synthesised } from './blindness/copies.js';
import { knownMembers } from './blindness/known.js';
import { type Ground, isSeen, measure } from './blindness/measure.js';
import { realTerraform } from './blindness/terraform.js';
import { type Measured, type Sight, VARIANTS, type Variant } from './coverage/measured.js';
import { MEMBERS, operationOf } from './coverage/members.js';

type Made = readonly [id: string, make: (send: Send) => Promise<string>, names: Names];
const BASE: Made = ['base', makeBase, NAMES];
const FACTORS: Made = ['factors', makeFactors, NAMES];
const PLAIN: Made = ['plain', makePlain, PLAIN_NAMES];
const TOTP: Made = ['totp', makeTotp, NAMES];

const specOf = (id: string): string => `test/detection/${id}.yaml`;

/** AWS refuses to require MFA beside passkeys that are no second factor, and the provider cannot say that they are. */
const ELSEWHERE: Readonly<Record<string, string>> = { 'SetUserPoolMfaConfig.MfaConfiguration': 'factors' };

/** Whether a call changes the member in the pool of a bench. */
async function isReached(member: string, own: Bench): Promise<boolean> {
  const about = MEMBERS.get(member);
  const [kind] = KINDS.filter(({ operation }) => operation === operationOf(member));
  own.restore();
  if (!kind || !about) return false;
  for (const mutation of await mutations(member, about, kind, own)) {
    own.restore();
    if (isSeen(mutation, own.subject.spec.pool.id) && (await sendMutation(mutation, own)) === 'changed') return true;
  }
  return false;
}

const isFor = (member: string, id: string, made: readonly Made[]): boolean =>
  ELSEWHERE[member] === id || !made.some(([other]) => other === ELSEWHERE[member]);

/** The first ground on which each member can be changed; the first of all for those that only a seed reaches. */
async function grounds(
  members: readonly string[],
  made: readonly Made[],
  write: (stack: Stack) => Stack,
): Promise<[string, Ground][]> {
  const found = new Map<string, Ground>();
  const all: Ground[] = [];
  for (const [id, make, names] of made) {
    const own = await bench(specOf(id), make, names);
    const ground = { id, names, stack: write(await synthesised(specOf(id))) };
    all.push(ground);
    for (const member of members)
      if (!found.has(member) && isFor(member, id, made) && (await isReached(member, own))) found.set(member, ground);
    await own.close();
  }
  return members.flatMap((member): [string, Ground][] => {
    const ground = found.get(member) ?? all[0];
    return ground ? [[member, ground]] : [];
  });
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);

const version = process.env['POOLWARD_PROVIDER_VERSION'] ?? '5.100.0';
const members = knownMembers(version);
say(`${members.length} members that provider ${version} knows`);

async function variant(made: readonly Made[], write: (stack: Stack) => Stack): Promise<Map<string, Sight>> {
  const chosen = await grounds(members, made, write);
  const terraform = await realTerraform();
  try {
    const seen = await measure(chosen, terraform);
    if (terraform.provider !== version)
      throw new Error(`the installed provider is ${terraform.provider}; set POOLWARD_PROVIDER_VERSION`);
    say(`${seen.size} of them changed`);
    return seen;
  } finally {
    await terraform.close();
  }
}

const seen: Readonly<Record<Variant, Map<string, Sight>>> = {
  written: await variant([BASE, FACTORS, PLAIN], (stack) => stack),
  silent: await variant([PLAIN, TOTP], (stack) => stack),
  minimal: await variant([PLAIN, TOTP], minimal),
};
const sights = (member: string) => Object.fromEntries(VARIANTS.map((one) => [one, seen[one].get(member)]));
const measured: Measured = {
  provider: version,
  members: Object.fromEntries(members.map((member) => [member, sights(member)])),
};
writeFileSync(
  fileURLToPath(new URL('./coverage/blindness.json', import.meta.url)),
  `${JSON.stringify(measured, null, 2)}\n`,
);
