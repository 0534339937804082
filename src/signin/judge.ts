import type { Finding } from '../model/finding.js';
import { compare, type Expectation, type LockedOut, secondFactors, type Unknown } from './expectation.js';
import { otherChallenge, otherFirstFactor, type Where } from './findings.js';
import { FIRST_FACTORS, type FirstFactor } from './flows.js';
import type { SignIn } from './sign-in.js';

/** What a sign-in says about its pool. */
export interface Judged {
  readonly findings: readonly Finding[];
  /** Whether what was asked for could be compared. */
  readonly compared: boolean;
  /** What stays open, and why. */
  readonly open: readonly string[];
}

/** Holds a sign-in against what was expected. One that AWS refused says nothing, whatever it was asked for before. */
export function judge(
  seen: SignIn,
  expectation: Expectation | LockedOut | Unknown,
  by: 'spec' | 'option',
  where: Where,
): Judged {
  const first = firstFactors(seen, where);
  const second = secondFactor(seen, expectation, by, where);
  const refused = seen.ending.kind === 'refused' ? [seen.ending.reason] : [];
  const open = [...new Set([...second.open, ...(second.findings.length > 0 ? [] : refused)])];
  return { findings: [...first, ...second.findings], compared: second.compared, open };
}

function secondFactor(
  seen: SignIn,
  expectation: Expectation | LockedOut | Unknown,
  by: 'spec' | 'option',
  where: Where,
): Judged {
  if (expectation === 'lockedOut') return lockedOut(seen, where);
  if ('unknown' in expectation) return { findings: [], compared: false, open: [expectation.unknown] };
  const { expected, also, reasons, setting } = expectation;
  const verdict = compare(seen, expected);
  if (verdict === 'asExpected') return AS_EXPECTED;
  if (verdict !== 'other') return { findings: [], compared: false, open: [verdict.unknown] };
  const known = also.find((one) => compare(seen, one.expected) !== 'other')?.why;
  const asked = secondFactors(seen.asked);
  return {
    findings: [otherChallenge({ asked, expected, by, reasons, known, setting }, where)],
    compared: true,
    open: [],
  };
}

const AS_EXPECTED: Judged = { findings: [], compared: true, open: [] };

/** A refusal may be the one that is expected, or a mistyped password: AWS does not say which. */
function lockedOut(seen: SignIn, where: Where): Judged {
  const asked = secondFactors(seen.asked);
  if (asked.length === 0 && seen.ending.kind !== 'signedIn')
    return {
      findings: [],
      compared: false,
      open: ['with the spec the right password of this user is answered with an error (users/locked-out)'],
    };
  const reasons = ['No factor reaches the user as the spec has the pool.'];
  return {
    findings: [otherChallenge({ asked, expected: 'lockedOut', by: 'spec', reasons }, where)],
    compared: true,
    open: [],
  };
}

/** Cognito shows a user only what the user can use, so that less than the spec lists is no difference. */
function firstFactors({ asked }: SignIn, where: Where): Finding[] {
  const offered = asked.find(({ name }) => name === 'SELECT_CHALLENGE')?.options ?? [];
  const listed = where.pool.firstFactors.map((word) => FIRST_FACTORS[word as FirstFactor]);
  const extra = offered.filter((one) => !one.startsWith('PASSWORD') && !listed.includes(one as never));
  return extra.length > 0 ? [otherFirstFactor([...extra].sort(), where)] : [];
}
