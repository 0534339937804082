import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { CHALLENGE } from '../users/outcome.js';
import { FACTORS, type PoolMfa } from '../users/pool-mfa.js';
import type { Expected, LockedOut } from './expectation.js';
import type { Asked } from './sign-in.js';

/** Where a sign-in was, and what its pool is to be like. */
export interface Where {
  readonly specId: string;
  readonly document: SourceDocument;
  readonly client: string;
  /** As the spec has it. */
  readonly pool: PoolMfa;
}

/** A sign-in that was asked for something else. */
export interface Difference {
  /** What came on top of the first factor. */
  readonly asked: readonly Asked[];
  readonly expected: Expected | LockedOut;
  /** Whose expectation it is: the spec's, or that of --expect. */
  readonly by: 'spec' | 'option';
  readonly reasons: readonly string[];
  /** Why what was asked for is right as well. */
  readonly known?: string | undefined;
  /** The setting to point at; absent: the factor that makes the difference, or the mode. */
  readonly setting?: readonly [string, string] | undefined;
}

const GUIDE = 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html';

/** Cognito asked for something else than it is to ask for. It names no user: reports go to many. */
export function otherChallenge(difference: Difference, where: Where): Finding {
  const { asked, expected, by, reasons, known } = difference;
  const setting = difference.setting ?? settingOf(difference, where.pool);
  const wanted = by === 'spec' ? `with the spec it is ${words(expected)}` : `--expect says ${words(expected)}`;
  return finding('signin/other-challenge', setting, where, {
    severity: known === undefined ? 'error' : 'note',
    message: `A sign-in was asked for ${words({ names: asked.map(({ name }) => name), options: optionsOf(asked) })}; ${wanted}.`,
    ...(reasons.length > 0 && { cause: [...reasons, ...(known ? [known] : [])].join(' ') }),
    help: `${HELP}${asked.length === 0 ? FIRST_TIME : ''}`,
  });
}

const HELP =
  'Run `poolward audit` to see whether the pool differs from its spec, and `poolward users explain` for the user.';
const FIRST_TIME = ' After a sign-up the first sign-in may go without a second factor.';

/** Cognito offered a first factor that the spec does not list. */
export function otherFirstFactor(extra: readonly string[], where: Where): Finding {
  return finding('signin/other-first-factor', ['signIn', 'firstFactors'], where, {
    severity: 'error',
    message: `Cognito offers ${extra.join(', ')} as a first factor, which signIn.firstFactors does not list.`,
    help: 'Run `poolward audit`: the pool differs from its spec. List the factor, or deploy the spec.',
  });
}

type Words = Pick<Finding, 'severity' | 'message' | 'help' | 'cause'>;

function finding(rule: string, path: readonly [string, string], where: Where, parts: Words): Finding {
  const { document, specId, client } = where;
  return {
    rule,
    ...parts,
    target: document.file,
    setting: path.join('.'),
    at: document.locate(path),
    confidence: 'documented',
    docs: GUIDE,
    fingerprint: `${specId}:${rule}:${client}`,
  };
}

/** The factor that the pool is not to offer, where that is the difference. */
function settingOf({ asked }: Difference, { offered }: PoolMfa): readonly [string, string] {
  const names = asked.flatMap(({ name, options }) => [name, ...options]);
  const extra = FACTORS.find((factor) => names.includes(CHALLENGE[factor]) && !offered.includes(factor));
  return ['mfa', extra ?? 'mode'];
}

function words(expected: Expected | LockedOut): string {
  if (expected === 'lockedOut') return 'an error: the user is locked out';
  const { names, options = [] } = expected;
  if (names.length === 0) return 'no second factor';
  const choice = options.length > 0 ? ` between ${options.join(', ')}` : '';
  return names.map((name) => (name === 'SELECT_MFA_TYPE' ? `${name}${choice}` : name)).join(', then ');
}

function optionsOf(asked: readonly Asked[]): readonly string[] {
  return [...(asked.find(({ name }) => name === 'SELECT_MFA_TYPE')?.options ?? [])].sort();
}
