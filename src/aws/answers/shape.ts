import { isObject, missing } from './schema.js';

/**
 * What an answer holds beyond what the SDK marks as required. A path leads through members, `[]` through each item of a list:
 * `UserPoolClients[].ClientId`.
 */
export interface Shape {
  /** Members that AWS always sends. */
  readonly always?: readonly string[];
  /** Members that repeat what was asked, by the member of the request; where they are sent at all. */
  readonly repeats?: Readonly<Record<string, string>>;
  /** What such a member says where the answer is that of the pool: to a question about it, or about a client without its own. */
  readonly general?: string;
  /** Members that hold what was asked inside an ARN or a longer id, by the member of the request. */
  readonly mentions?: Readonly<Record<string, string>>;
  /** Names there may be written in either case. */
  readonly anyCase?: boolean;
  /** Who says so. */
  readonly source: string;
}

/** What is wrong with an answer; undefined where nothing is. */
export function breach(shape: Shape, answer: unknown, input: unknown): string | undefined {
  for (const path of shape.always ?? [])
    if (valuesAt(answer, path).some((value) => value === undefined || value === null)) return missing(path);
  return (
    otherObject(shape.repeats, answer, input, (value, asked) => isSame(value, asked, shape), shape.general) ??
    otherObject(shape.mentions, answer, input, (value, asked) => String(value).includes(String(asked)))
  );
}

function otherObject(
  names: Readonly<Record<string, string>> = {},
  answer: unknown,
  input: unknown,
  agrees: (value: unknown, asked: unknown) => boolean,
  general?: string,
): string | undefined {
  for (const [path, member] of Object.entries(names)) {
    const asked = (isObject(input) ? input[member] : undefined) ?? general;
    if (asked === undefined) continue;
    const isOther = valuesAt(answer, path).some(
      (value) => value !== undefined && value !== general && !agrees(value, asked),
    );
    if (isOther) return `the answer is about another object: its ${path} is not ${String(asked)}`;
  }
  return undefined;
}

function isSame(value: unknown, asked: unknown, { anyCase }: Shape): boolean {
  if (!anyCase) return value === asked;
  return String(value).toLowerCase() === String(asked).toLowerCase();
}

/** All values at a path: one, or one an item. A block that is not there has no members, so they are undefined. */
function valuesAt(answer: unknown, path: string): unknown[] {
  let values: unknown[] = [answer];
  for (const step of path.split('.')) {
    const name = step.replace(/\[\]$/, '');
    values = values.map((value) => (isObject(value) ? value[name] : undefined));
    // A list that is missing is told by a path of its own.
    if (step.endsWith('[]')) values = values.flatMap((value) => (Array.isArray(value) ? value : []));
  }
  return values;
}
