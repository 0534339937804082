// What AWS documents as a condition at each writable member, and who knows of it: no member is missing, and no name is wrong.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MEMBERS } from '../../scripts/coverage/members.js';
import { RULES } from '../../src/rules/index.js';
import { REFUSALS } from '../../src/rules/refusals/index.js';
import { refusals } from '../../src/sandbox/refusals/index.js';

interface Condition {
  readonly members: readonly string[];
  /** Absent: AWS documents none besides bounds and words. */
  readonly condition?: string;
  readonly rules?: readonly string[];
  readonly sandbox?: readonly string[];
  readonly why?: string;
}

const CONDITIONS: readonly Condition[] = parse(readFileSync('test/cases/conditions.yaml', 'utf8'));
const named = CONDITIONS.flatMap(({ rules = [] }) => rules);

/** Refusals about Terraform, about Poolward’s own functions and policies, or about two objects of a spec. */
const NOT_OF_A_MEMBER =
  /^(?:email-challenge-|user-mfa-|trigger-set-twice$|provider-lacks-resource$|attachment-)|^(empty-list-means-unset|terraform-loses-value)$/;

describe('the table of conditions', () => {
  it('has every writable member once, and no other', () => {
    expect(CONDITIONS.flatMap(({ members }) => members).sort()).toEqual([...MEMBERS.keys()].sort());
  });

  it('names rules and refusals that exist', () => {
    const known = new Set(RULES.map(({ id }) => id));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    const ours = new Set(refusals.map(({ id }) => id));
    expect(CONDITIONS.flatMap(({ sandbox = [] }) => sandbox).filter((id) => !ours.has(id))).toEqual([]);
  });

  it('has a rule for each condition, or says why none', () => {
    const silent = CONDITIONS.filter(({ rules = [], why }) => rules.length === 0 && why === undefined);
    expect(silent.map(({ members }) => members[0])).toEqual([]);
  });

  it('has a refusal of the sandbox wherever it names one of ours, or says why none', () => {
    const refusing = new Set(REFUSALS.map(({ id }) => id));
    const alone = CONDITIONS.filter(
      ({ rules = [], sandbox = [], why }) => rules.some((id) => refusing.has(id)) && sandbox.length === 0 && !why,
    );
    expect(alone.map(({ members }) => members[0])).toEqual([]);
  });

  it('names every refusal that is about a member', () => {
    const missing = REFUSALS.map(({ id }) => id).filter((id) => !named.includes(id) && !NOT_OF_A_MEMBER.test(id));
    expect(missing).toEqual([]);
  });
});
