import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EarlierReport, type Looked, remember, type Tonight } from '../../src/audit/history.js';
import type { Finding } from '../../src/model/finding.js';
import { finding as sample } from '../report/sample.js';

const LAST = '2026-11-20T23:50:00.000Z';
const NOW = '2026-11-21T00:10:00.000Z';

function found(rule: string, setting: string, parts: Partial<Finding> = {}, id = 'acme'): Finding {
  const { at: _, change: __, ...plain } = sample();
  return { ...plain, target: `configs/${id}.yaml`, rule, setting, fingerprint: `${id}:${rule}:${setting}`, ...parts };
}

function looked(parts: Partial<Looked> = {}): Looked {
  return { id: 'acme', target: 'configs/acme.yaml', unread: [], excepted: [], told: new Set(), ...parts };
}

const tonight = (findings: readonly Finding[], at: Partial<Looked> = {}, off: readonly string[] = []): Tonight => ({
  startedAt: NOW,
  findings,
  looked: [looked(at)],
  runs: (rule) => !off.includes(rule),
});
const earlier = (...findings: readonly Finding[]): EarlierReport => ({ startedAt: LAST, findings });
const SMS = found('drift/changed', 'mfa.sms');
const ROLE = found('weak-role', 'mfa.smsRole');

/** `status rule setting firstSeen nights`, and `left out`. */
function told(now: Tonight, before: EarlierReport): string[] {
  const { findings, leftOut } = remember(now, before);
  const line = ({ status, rule, setting, firstSeen = '', nights }: Finding) =>
    `${status} ${rule} ${setting} ${firstSeen} ${nights ?? ''}`.trim();
  return [...findings.map(line), ...Array.from({ length: leftOut }, () => 'left out')];
}

const OWNED = { owner: 'web team', reason: 'known' };

describe('a finding is', () => {
  it.each<[string, Tonight, EarlierReport, string[]]>([
    ['new', tonight([SMS]), earlier(), ['new drift/changed mfa.sms']],
    [
      'new, another of the same rule',
      tonight([SMS]),
      earlier(found('drift/changed', 'mfa')),
      ['new drift/changed mfa.sms', 'gone drift/changed mfa 2026-11-20T23:50:00.000Z 1'],
    ],
    ['known since the last report', tonight([SMS]), earlier(SMS), [`known drift/changed mfa.sms ${LAST} 1`]],
    [
      'known for longer',
      tonight([SMS]),
      earlier({ ...SMS, status: 'known', firstSeen: '2026-11-01T00:00:00.000Z' }),
      ['known drift/changed mfa.sms 2026-11-01T00:00:00.000Z 20'],
    ],
    [
      'new again once it was gone',
      tonight([SMS]),
      earlier({ ...SMS, status: 'gone', firstSeen: LAST }),
      ['new drift/changed mfa.sms'],
    ],
    [
      'accepted, whatever it was',
      tonight([{ ...SMS, status: 'accepted' }]),
      earlier(SMS),
      [`accepted drift/changed mfa.sms ${LAST} 1`],
    ],
    [
      'known when it is not accepted any more',
      tonight([SMS]),
      earlier({ ...SMS, status: 'accepted' }),
      [`known drift/changed mfa.sms ${LAST} 1`],
    ],
    ['gone', tonight([]), earlier(SMS), [`gone drift/changed mfa.sms ${LAST} 1`]],
    [
      'gone, though something else was not read',
      tonight([], { unread: ['mfa.email', 'mfa.smsRole', 'rule x'] }),
      earlier(SMS),
      [`gone drift/changed mfa.sms ${LAST} 1`],
    ],
    ['forgotten once it was gone', tonight([]), earlier({ ...SMS, status: 'gone' }), []],
    ...['mfa.sms', 'mfa', 'mfa.sms.role', '*'].map((setting): [string, Tonight, EarlierReport, string[]] => [
      `not gone where ${setting} was not read`,
      tonight([], { unread: [setting] }),
      earlier(SMS),
      [`known drift/changed mfa.sms ${LAST} 1`],
    ]),
    [
      'not gone where its rule could not judge',
      tonight([], { unread: ['rule weak-role'] }),
      earlier(ROLE, SMS),
      [`known weak-role mfa.smsRole ${LAST} 1`, `gone drift/changed mfa.sms ${LAST} 1`],
    ],
    [
      'not gone where it names another setting that may not have been read',
      tonight([], { unread: ['clients'] }),
      earlier(found('accept/unused', 'accept.0.rule')),
      [`known accept/unused accept.0.rule ${LAST} 1`],
    ],
    [
      'still accepted where it could not be looked at',
      tonight([], { unread: ['*'], accept: [{ rule: 'drift/changed', ...OWNED }] }),
      earlier(SMS),
      [`accepted drift/changed mfa.sms ${LAST} 1`],
    ],
    [
      'neither, where another finding tells it now',
      tonight([], { told: new Set([ROLE.fingerprint]) }),
      earlier(ROLE),
      [],
    ],
    ['left out where the spec excepts it now', tonight([], { excepted: ['mfa'] }), earlier(SMS), ['left out']],
    ['left out where its rule does not run any more', tonight([], {}, ['weak-role']), earlier(ROLE), ['left out']],
    [
      'left out where this run was not about its pool',
      tonight([]),
      earlier(found('drift/changed', 'mfa.sms', {}, 'acme-2')),
      ['left out'],
    ],
  ])('%s', (_name, now, before, expected) => expect(told(now, before)).toEqual(expected));
});

it('a finding that could not be looked at says so, and bears the name of its spec today', () => {
  const before = { ...SMS, target: 'old/acme.yaml', cause: 'because' };
  const [kept] = remember(tonight([], { unread: ['*'] }), earlier(before)).findings;
  expect(kept).toMatchObject({ target: 'configs/acme.yaml', message: SMS.message, severity: SMS.severity });
  expect(kept?.cause).toMatch(/could not be looked at/);
});

describe('laws', () => {
  const setting = fc.constantFrom('mfa', 'mfa.sms', 'clients.web', 'clients.web.url', 'tokens');
  const one = fc
    .record({
      rule: fc.constantFrom('drift/changed', 'weak-role'),
      setting,
      status: fc.constantFrom(undefined, 'known', 'accepted', 'gone'),
    })
    .map(({ status, ...rest }) => found(rest.rule, rest.setting, status && { status }));
  const many = fc.uniqueArray(one, { selector: ({ fingerprint }) => fingerprint });
  const present = many.map((all) => all.filter(({ status }) => status === undefined || status === 'accepted'));
  const unread = fc.array(fc.oneof(setting, fc.constantFrom('*', 'rule weak-role')), { maxLength: 3 });

  it('what was found tonight stays, and nothing earlier is lost', () => {
    fc.assert(
      fc.property(present, many, unread, (now, before, gaps) => {
        const { findings, leftOut } = remember(tonight(now, { unread: gaps }), earlier(...before));
        expect(findings.slice(0, now.length)).toMatchObject(now.map(({ status: _, ...rest }) => rest));
        const prints = new Set(findings.map(({ fingerprint }) => fingerprint));
        expect(prints.size).toBe(findings.length);
        const there = before.filter(({ status }) => status !== 'gone');
        expect(there.filter(({ fingerprint }) => !prints.has(fingerprint)).length).toBe(leftOut);
      }),
    );
  });

  it('nothing is gone that was not looked at', () => {
    fc.assert(
      fc.property(present, many, (now, before) => {
        const { findings } = remember(tonight(now, { unread: ['*'] }), earlier(...before));
        expect(findings.filter(({ status }) => status === 'gone')).toEqual([]);
      }),
    );
  });

  it('a night without a change has nothing new and nothing gone, and keeps the first day', () => {
    fc.assert(
      fc.property(present, many, unread, (now, before, gaps) => {
        const first = remember(tonight(now, { unread: gaps }), earlier(...before)).findings;
        const again = remember(tonight(now, { unread: gaps }), { startedAt: NOW, findings: first }).findings;
        expect(again.filter(({ status }) => status === 'new' || status === 'gone')).toEqual([]);
        const days = new Map(first.map(({ fingerprint, firstSeen = NOW }) => [fingerprint, firstSeen]));
        for (const { fingerprint, firstSeen } of again) expect(firstSeen).toBe(days.get(fingerprint));
      }),
    );
  });
});
