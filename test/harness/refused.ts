import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { PoolSpec } from '../../src/facets/index.js';
import type { Finding } from '../../src/model/finding.js';
import { wholeSpec } from '../../src/rules/example.js';
import { refusals } from '../../src/rules/run.js';
import { type Parsed, parseSpec } from '../../src/spec/parse.js';
import { validateSpec } from '../../src/spec/validate.js';
import validator from '../../src/spec/validator.generated.js';

/** Something that AWS refuses, and the spec that says the same. */
export interface Refused {
  readonly id: string;
  /** AWS's words, where they are known. */
  readonly answer?: string;
  /** What refuses it, and where; absent where no spec can say it. */
  readonly spec?: string;
  readonly finding?: string;
  readonly setting?: string;
  /** Why no spec can be refused for it. */
  readonly unsayable?: string;
}

/** A call that AWS refused. */
export interface RefusedCall extends Refused {
  /** The call, or the calls of which the last was refused, by operation. */
  readonly call: Readonly<Record<string, object>>;
  readonly answer: string;
  /** Day and Region. */
  readonly observed: string;
}

/** What is only documented, or reported. */
export interface DocumentedRefusal extends Refused {
  /** Where. */
  readonly source: string;
}

const read = (file: string) => parse(readFileSync(`test/cases/refusals/${file}`, 'utf8'));

export const REFUSED_CALLS: readonly RefusedCall[] = read('deploys.yaml');
export const DOCUMENTED_REFUSALS: readonly DocumentedRefusal[] = read('documented.yaml');

/** All that refuses a spec before it is deployed: its YAML, its schema, or the rules, whichever comes first. */
export function refused(example: string): readonly Finding[] {
  const { document, findings } = parsed(example);
  if (findings.length > 0 || !document) return findings;
  const schema = validateSpec(document, validator);
  return schema.length > 0 ? schema : refusals(document, document.value as PoolSpec);
}

/** What its schema alone refuses. */
export function unfit(example: string): readonly Finding[] {
  const { document, findings } = parsed(example);
  return document ? [...findings, ...validateSpec(document, validator)] : findings;
}

function parsed(example: string): Parsed {
  return parseSpec('pool.yaml', new TextEncoder().encode(wholeSpec(example)));
}

/** A spec of a pool in us-east-1, where the recordings were made. */
export function there(example: string): string {
  if (/^pool:\n {2}region:/m.test(example)) return example;
  if (/^pool:\n/m.test(example)) return example.replace(/^pool:\n/m, 'pool:\n  region: us-east-1\n');
  return `pool:\n  region: us-east-1\n${example}`;
}
