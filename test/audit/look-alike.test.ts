// Two values that read the same on paper are told apart in every format: the sentence says in what they differ.
import { describe, expect, it } from 'vitest';
import { diff } from '../../src/audit/diff.js';
import { judge } from '../../src/audit/judge.js';
import { hiddenDifference } from '../../src/model/look-alike.js';
import { observed } from '../../src/model/state.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { subjectOf } from '../harness/specs.js';
import { twinOf, withSetting } from '../harness/twin.js';

describe('values that look alike differ in', () => {
  it.each<[string, unknown, unknown, RegExp | undefined]>([
    ['line ends', 'a\r\nb', 'a\nb', /CRLF/],
    ['a line end at the end', 'a\n', 'a', /at the end/],
    ['a space at the end', 'a', 'a ', /at the end/],
    ['two spaces', 'a b', 'a  b', /^spaces/],
    ['composition', 'caf\u00e9', 'cafe\u0301', /NFC and NFD/],
    ['width', '\uff21', 'A', /NFKC/],
    ['what cannot be seen', 'ab', 'a\u200bb', /cannot be seen/],
    ['another script', 'paypal', 'p\u0430ypal', /other scripts/],
    ['case', 'Acme', 'acme', /case/],
    ['type', 8, '8', /types/],
    ['type, within', { radius: 8 }, { radius: '8' }, /types/],
    ['a member of a list', ['x', 'caf\u00e9'], ['cafe\u0301', 'x'], /NFC and NFD/],
    ['more than one way', 'Acme\n', 'acme', /spaces, case/],
    ['nothing', 'a', 'a', undefined],
    ['the order of a list', ['a', 'b'], ['b', 'a'], undefined],
    ['what anybody sees', 'a', 'b', undefined],
  ])('%s', (_name, a, b, expected) => {
    for (const found of [hiddenDifference(a, b), hiddenDifference(b, a)])
      if (expected) expect(found).toMatch(expected);
      else expect(found).toBeUndefined();
  });
});

it('the sentence of a drift says so, and of a secret it does not', () => {
  const { document, spec } = subjectOf('signUp:\n  invitationEmailSubject: Welcome\n');
  const state = desired(spec);
  const live = withSetting(twinOf(state), 'signUp', 'invitationEmailSubject', observed('Welcome '));
  const [finding] = judge(diff(state, live).changes, { document, identity: identityOf(spec), desired: state, live });
  expect(finding?.message).toMatch(/They differ only in a line end or spaces at the end\.$/);
});
