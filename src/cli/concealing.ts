import type { Report } from '../model/report.js';
import { masker } from '../spec/masked.js';
import type { Io } from './io.js';

/** A world in which nothing that is printed repeats the value of a variable, once `conceal` has been told of it. */
export function concealing(world: Io): Io {
  const taken = new Map<string, string>();
  const kept = new Set<string>();
  let concealed = (text: string) => text;
  return {
    ...world,
    out: (text) => world.out(concealed(text)),
    err: (text) => world.err(concealed(text)),
    concealed: (text) => concealed(text),
    conceal: (values, files) => {
      for (const [name, value] of values) taken.set(name, value);
      for (const file of files) kept.add(file);
      concealed = masker(taken, [...kept]);
    },
  };
}

/** Members that identify, and are compared with those of other runs. */
const IDENTITIES = new Set([
  'docs',
  'file',
  'fingerprint',
  'finishedAt',
  'firstSeen',
  'rule',
  'since',
  'spec',
  'startedAt',
  'target',
]);

/** The same for a report, before a reporter escapes and shortens its texts. */
export function concealedReport(report: Report, { concealed }: Pick<Io, 'concealed'>): Report {
  return within(report, concealed) as Report;
}

function within(value: unknown, concealed: (text: string) => string): unknown {
  if (typeof value === 'string') return concealed(value);
  if (Array.isArray(value)) return value.map((one) => within(one, concealed));
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, IDENTITIES.has(key) ? one : within(one, concealed)]);
  return Object.fromEntries(entries);
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
