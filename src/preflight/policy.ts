// Judges IAM policies as far as these checks need it. What it does not know it says so: nothing is guessed.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html

export type Verdict = 'allowed' | 'denied' | 'unknown';

/** Somebody who wants to do something. */
export interface Request {
  readonly action: string;
  /** The AWS service that asks, for policies that name principals. */
  readonly service?: string;
  /** What it is done to, for policies that name resources: an ARN, or `*`, as for an SMS to any number. */
  readonly resource?: string;
  /** Values of condition keys, by their names in lower case: a text, or one that judges a pattern; undefined is a key that the request lacks. */
  readonly context: Readonly<Record<string, string | Judge | undefined>>;
}

/** Whether a value that is not wholly known matches a pattern; in a literal one `*` is no wildcard. */
export type Judge = (pattern: string, literal: boolean) => Match;

type Match = 'yes' | 'no' | 'unknown';

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Action?: unknown;
  readonly NotAction?: unknown;
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
  readonly Condition?: unknown;
}

/** What the policies together say of a request; without any that allows it, it is denied. */
export function judgePolicies(documents: readonly string[], request: Request): Verdict {
  const read = documents.map(statementsOf);
  const statements = read.flatMap((one) => one ?? []);
  const matches = (effect: string): Match =>
    any(statements.filter(({ Effect }) => Effect === effect).map((one) => matchStatement(one, request)));
  const [denied, allowed] = [matches('Deny'), matches('Allow')];
  const unread = read.includes(undefined);
  if (denied === 'yes') return 'denied';
  if (allowed === 'yes') return unread || denied === 'unknown' ? 'unknown' : 'allowed';
  return unread || allowed === 'unknown' ? 'unknown' : 'denied';
}

/** Undefined for what is no policy. */
function statementsOf(document: string): readonly Statement[] | undefined {
  try {
    const { Statement } = JSON.parse(document);
    return [Statement].flat().filter((one) => typeof one === 'object' && one !== null);
  } catch {
    return undefined;
  }
}

function matchStatement(statement: Statement, request: Request): Match {
  return all([
    matchPrincipal(statement, request),
    matchAction(statement, request),
    matchResource(statement, request),
    ...matchConditions(statement, request),
  ]);
}

function matchPrincipal({ Principal, NotPrincipal }: Statement, { service }: Request): Match {
  if (service === undefined) return 'yes';
  if (NotPrincipal !== undefined) return 'unknown';
  if (Principal === '*') return 'yes';
  const { Service, AWS } = (Principal ?? {}) as { readonly Service?: unknown; readonly AWS?: unknown };
  if (texts(Service).includes(service)) return 'yes';
  return texts(AWS).includes('*') ? 'unknown' : 'no';
}

function matchAction({ Action, NotAction }: Statement, { action }: Request): Match {
  const named = (patterns: unknown) =>
    texts(patterns).some((pattern) => glob(pattern.toLowerCase(), action.toLowerCase()));
  if (NotAction !== undefined) return named(NotAction) ? 'no' : 'yes';
  return named(Action) ? 'yes' : 'no';
}

/** Whether a statement about some resources is about this one too, only AWS knows for all that are no ARN. */
function matchResource({ Resource, NotResource }: Statement, { resource }: Request): Match {
  if (resource === undefined) return 'yes';
  const named = texts(Resource).some((pattern) => pattern === '*' || (resource !== '*' && glob(pattern, resource)));
  return NotResource === undefined && named ? 'yes' : 'unknown';
}

function matchConditions({ Condition }: Statement, request: Request): Match[] {
  return Object.entries((Condition ?? {}) as Record<string, unknown>).flatMap(([operator, keys]) =>
    Object.entries((keys ?? {}) as Record<string, unknown>).map(([key, wanted]) =>
      matchCondition(operator, key.toLowerCase(), texts(wanted), request),
    ),
  );
}

type Compare = (pattern: string, value: string) => boolean;

const COMPARE: Readonly<Record<string, Compare>> = {
  StringEquals: (pattern, value) => pattern === value,
  StringEqualsIgnoreCase: (pattern, value) => pattern.toLowerCase() === value.toLowerCase(),
  StringLike: (pattern, value) => glob(pattern, value),
  // "ArnEquals and ArnLike behave identically."
  ArnEquals: (pattern, value) => glob(pattern, value),
  ArnLike: (pattern, value) => glob(pattern, value),
};

function matchCondition(operator: string, key: string, patterns: readonly string[], { context }: Request): Match {
  const lenient = operator.endsWith('IfExists');
  const compare = COMPARE[lenient ? operator.slice(0, -'IfExists'.length) : operator];
  if (compare === undefined || !(key in context)) return 'unknown';
  const value = context[key];
  if (value === undefined) return lenient ? 'yes' : 'no';
  return any(patterns.map((pattern) => matchValue(compare, pattern, value)));
}

function matchValue(compare: Compare, pattern: string, value: string | Judge): Match {
  if (typeof value === 'function') return value(pattern, compare === COMPARE['StringEquals']);
  // A policy variable stands for what only AWS knows.
  if (pattern.includes('${')) return 'unknown';
  return compare(pattern, value) ? 'yes' : 'no';
}

function all(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no';
  return matches.includes('unknown') ? 'unknown' : 'yes';
}

function any(matches: readonly Match[]): Match {
  if (matches.includes('yes')) return 'yes';
  return matches.includes('unknown') ? 'unknown' : 'no';
}

function texts(value: unknown): readonly string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}

/** `*` is any text, `?` any character. */
function glob(pattern: string, value: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 's').test(value);
}

/**
 * What begins as given and goes on as nobody knows: the ARN of a pool before its first deploy. A pattern for whatever
 * goes on so matches; one for another beginning does not; and of one that names what follows nobody knows.
 */
export function begins(known: string): Judge {
  return (pattern, literal) => {
    if (literal) return pattern.startsWith(known) ? 'unknown' : 'no';
    if (glob(pattern, `${known}\0`)) return 'yes';
    return glob(`${pattern.slice(0, known.length)}*`, `${known}\0`) ? 'unknown' : 'no';
  };
}
