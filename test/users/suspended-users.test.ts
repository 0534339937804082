// What `users enforce` and `users audit --deep` make of users whose second factor is suspended.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bench, enforceBench, FILE, type Ran } from './enforce-bench.js';

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => vi.unstubAllEnvs());

const ENFORCE = `users enforce ${FILE} --format json --max-change 100`;
const AUDIT = `users audit ${FILE} --deep --format json`;
const UNTIL = '2026-01-02T07:04:05Z';
const LATER = '2026-01-02T08:00:00.000Z';
const BY_MAIL = { settings: ['EMAIL_OTP'], preferred: 'EMAIL_OTP' };

interface World extends Bench {
  readonly journal: string;
  at(time: string, words: string): Promise<Ran>;
}

/** ada and bob have a code by e-mail and nothing else; ada has forgotten the password. */
async function world(): Promise<World> {
  const bench = await enforceBench('userMfa:\n  factors: [email]\n  preferred: email\n', { offers: ['sms', 'email'] });
  const { people, poolward, poolId } = bench;
  people({ ada: { email: 'ada@example.com', ...BY_MAIL }, bob: { email: 'bob@example.com' } });
  const suspended = await poolward(`users suspend-mfa ada ${FILE} --for 4h --reason forgotten --yes`);
  expect([suspended.code, bench.state()['ada']]).toEqual([0, { settings: [] }]);
  return {
    ...bench,
    journal: `.poolward/mfa-suspended.${poolId}.jsonl`,
    at: (time, words) => poolward(words, () => ({ now: () => new Date(time) })),
  };
}

const found = (out: string): string[] =>
  (JSON.parse(out).findings as { rule: string; severity: string; message: string }[])
    .map(({ rule, severity, message }) => `${severity} ${rule} ${message}`)
    .sort();

const SAID = {
  open: [
    '2026-01-02T04:00:00.000Z',
    'note users/mfa-suspended 1 of 2 users have their second factor suspended by `users suspend-mfa`',
    `(suspension 1, until ${UNTIL})`,
  ],
  overdue: [
    LATER,
    'warning users/suspension-overdue 1 of 2 users have their second factor suspended beyond the end time',
    `(suspension 1, over since ${UNTIL})`,
  ],
} as const;

describe.each(Object.entries(SAID))('a suspension that is %s', (_, [time, words, which]) => {
  it('is left alone by enforce, which counts it, and changes the others', async () => {
    const { at, state, files, journal } = await world();
    const noted = files.get(journal);
    const dry = await at(time, `${ENFORCE} --show-personal`);
    expect(found(dry.out)).toEqual(
      [
        `${words}, and are left alone: ada ${which}.`,
        'warning users/to-enforce 1 of 2 users are not as userMfa demands; with --yes: enable e-mail, prefer e-mail: bob.',
      ].sort(),
    );
    const { code, out, err } = await at(time, `${ENFORCE} --yes --show-personal`);
    expect([code, found(out)]).toEqual([
      words.startsWith('note') ? 0 : 1,
      [`${words}, and are left alone: ada ${which}.`],
    ]);
    expect(err).toContain('1 user changed, and read back.');
    expect([state()['ada'], state()['bob']]).toEqual([{ settings: [] }, BY_MAIL]);
    expect(files.get(journal)).toBe(noted);
    expect((await at(time, ENFORCE)).out).not.toMatch(/\bada\b|forgotten/);
    expect((await at(LATER, `users restore-mfa --due ${FILE}`)).code).toBe(0);
    expect(state()['ada']).toEqual(BY_MAIL);
    expect(found((await at(LATER, ENFORCE)).out)).toEqual([]);
  });

  it('is told apart by an audit', async () => {
    const { at, files, journal } = await world();
    const policy =
      'warning users/no-second-factor % of 2 users sign in without a second factor, although userMfa demands one';
    const { out } = await at(time, `${AUDIT} --show-personal`);
    expect(found(out)).toEqual([`${words}: ada ${which}.`, `${policy.replace('%', '1')}: bob.`].sort());
    expect((await at(time, AUDIT)).out).not.toMatch(/\bada\b|forgotten/);
    files.delete(journal);
    expect(found((await at(time, `${AUDIT} --show-personal`)).out)).toEqual([`${policy.replace('%', '2')}: ada, bob.`]);
  });
});

it('a line of --phones about a suspended user names somebody, and changes nothing', async () => {
  const { at, files, state } = await world();
  files.set('numbers.csv', 'user,phone\nada,+4915112345678\n');
  const { out } = await at(SAID.open[0], `${ENFORCE} --yes --phones numbers.csv --phones-verified`);
  expect(found(out).map((one) => one.split(' ')[1])).toEqual(['users/mfa-suspended']);
  expect(state()['ada']).toEqual({ settings: [] });
});

it('who is suspended after the plan was made is left alone too', async () => {
  const { poolward, files, journal, state } = await world();
  const both = (files.get(journal) ?? '').replaceAll('"user":"ada"', '"user":"bob"');
  const { out, err } = await poolward(`${ENFORCE} --yes --journal run.jsonl --show-personal`, (io) => ({
    now: () => new Date(SAID.open[0]),
    journal: async (file, mode) => {
      if (file === 'run.jsonl') io.stored.set(journal, both);
      return io.journal(file, mode);
    },
  }));
  expect(found(out)).toEqual([
    `note users/mfa-suspended 2 of 2 users have their second factor suspended by \`users suspend-mfa\`, and are left alone: ada ${SAID.open[2]}, bob ${SAID.open[2]}.`,
  ]);
  expect([err, state()['bob']]).toEqual([expect.stringContaining('0 users changed'), { settings: [] }]);
});

it('taking back what enforce did leaves a suspended user alone until the suspension has ended', async () => {
  const { at, state } = await world();
  await at(SAID.open[0], `${ENFORCE} --yes --journal run.jsonl`);
  await at(SAID.open[0], `users suspend-mfa bob ${FILE} --for 1h --reason forgotten --yes`);
  const undo = `users enforce ${FILE} --undo run.jsonl --yes --format json`;
  const { out, err } = await at(SAID.open[0], undo);
  expect(found(out)).toEqual([
    expect.stringMatching(/^note users\/mfa-suspended .* and are left alone: user-\w+ \(suspension 2/),
  ]);
  expect(err).toContain('0 changes taken back');
  expect((await at(LATER, `users restore-mfa --due ${FILE}`)).code).toBe(0);
  expect(state()['bob']).toEqual(BY_MAIL);
  expect((await at(LATER, undo)).err).toContain('1 change taken back');
  expect(state()).toEqual({ ada: BY_MAIL, bob: { settings: [] } });
});

it.each([
  ['a line that Poolward did not write', (text: string) => `${text}hello\n`, 'Line 4 of'],
  ['of another pool', (text: string) => text.replace(/"pool":"[^"]*"/, '"pool":"us-east-1_Other"'), 'us-east-1_Other'],
  ['of another kind', (text: string) => text.replace('"suspend"', '"enforce"'), 'is a journal of `users enforce`'],
])('a journal that cannot be used changes nobody, and leaves users unchecked: %s', async (_, broken, words) => {
  const { at, files, journal, state, calls } = await world();
  files.set(journal, broken(files.get(journal) ?? ''));
  const [before, sent] = [state(), calls('AdminSetUserMFAPreference')];
  const enforced = await at(LATER, `users enforce ${FILE} --yes --max-change 100`);
  expect([enforced.code, enforced.err]).toEqual([2, expect.stringContaining(words)]);
  expect(enforced.err).toContain('Nobody knows whose second factor is suspended');
  expect([state(), calls('AdminSetUserMFAPreference')]).toEqual([before, sent]);
  const audited = await at(LATER, AUDIT);
  const { findings, coverage } = JSON.parse(audited.out);
  expect([audited.code, findings]).toEqual([3, []]);
  expect(coverage.unchecked).toEqual([
    { target: FILE, setting: 'suspensions', reason: expect.stringContaining(words) },
  ]);
  expect((await at(LATER, `users audit ${FILE}`)).code).toBe(3);
  const explained = await at(LATER, `users explain ada ${FILE}`);
  expect([explained.code, explained.out]).toEqual([0, expect.stringContaining('Suspended  not known: Nobody knows')]);
});

it('is told without --deep, and by the explanation of the user', async () => {
  const { at } = await world();
  for (const [time, words, which] of Object.values(SAID)) {
    const audited = await at(time, `users audit ${FILE} --format json --show-personal`);
    expect(found(audited.out)).toContainEqual(`${words}: ada ${which}.`);
    const { out } = await at(time, `users explain ada ${FILE}`);
    expect(out).toContain(`Suspended  by \`users suspend-mfa\` ${which}`);
    expect((await at(time, `users explain bob ${FILE}`)).out).not.toContain('Suspended');
  }
});

it('a journal that is being written is read as far as it is whole', async () => {
  const { at, files, journal } = await world();
  files.set(journal, `${files.get(journal)}{"n":2,"at":"2026-`);
  expect(found((await at(SAID.open[0], AUDIT)).out).join()).toContain('users/mfa-suspended');
});
