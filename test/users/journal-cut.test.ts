// A journal that ends anywhere in its last two lines is taken back as far as it goes, and what it lacks is told.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { enforceBench, FILE, type Person } from './enforce-bench.js';

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(() => vi.unstubAllEnvs());

const ada: Person = { email: 'ada@example.com', phone: '+4915112345678' };
const UNDO = `users enforce ${FILE} --undo run.jsonl --format json --show-personal`;
const briefly = (out: string): string[] =>
  JSON.parse(out).findings.map(
    ({ rule, severity, fingerprint }: any) => `${severity} ${rule} ${fingerprint.split(':').at(-1)}`,
  );

it('is told wherever it ends', async () => {
  const { people, poolward, state, files, sandbox, poolId } = await enforceBench(
    'userMfa:\n  factors: [sms]\n  preferred: sms\n',
  );
  people({ ada });
  const before = state();
  await poolward(`users enforce ${FILE} --yes --max-change 100 --journal run.jsonl`);
  const changed = state();
  expect(changed).not.toEqual(before);
  const journal = files.get('run.jsonl') ?? '';
  const [header = '', intent = ''] = journal.split('\n');
  const [start, settled] = [header.length + 1, header.length + intent.length + 2];
  const isNear = (size: number) => [start, settled, journal.length].some((end) => Math.abs(end - size) < 9);
  for (let size = start; size <= journal.length; size += 1) {
    // Each byte where something changes, and some between.
    if (!isNear(size) && size % 17 > 0) continue;
    sandbox.seed(poolId, ({ users }) => users.clear());
    people({ ada });
    await poolward(`users enforce ${FILE} --yes --max-change 100 --journal other.jsonl`);
    files.delete('other.jsonl');
    files.set('run.jsonl', journal.slice(0, size));
    const dry = await poolward(UNDO);
    const { code, out } = await poolward(`${UNDO} --yes`);
    const kind = size === start || size >= journal.length - 1 ? [] : size < settled - 1 ? ['half'] : ['open'];
    const told = kind.map((one) => `warning users/journal-cut ${one}`);
    expect([size, briefly(out), briefly(dry.out), code]).toEqual([size, told, told, kind.length]);
    expect(state()).toEqual(size < settled - 1 ? changed : before);
    const named = size >= start + intent.indexOf('"ada"') + 5;
    if (kind.length > 0) expect(out.includes(' ada')).toBe(named);
  }
}, 120_000);

it('whose user is neither as before nor as wanted is an error', async () => {
  const { people, poolward, files, sandbox, poolId } = await enforceBench(
    'userMfa:\n  factors: [sms]\n  preferred: sms\n',
  );
  people({ ada });
  await poolward(`users enforce ${FILE} --yes --max-change 100 --journal run.jsonl`);
  files.set('run.jsonl', `${(files.get('run.jsonl') ?? '').split('\n').slice(0, 2).join('\n')}\n`);
  sandbox.seed(poolId, ({ users }) => users.clear());
  people({ ada: { ...ada, settings: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' } });
  const { code, out } = await poolward(`${UNDO} --yes`);
  expect([code, briefly(out)]).toEqual([1, ['error users/journal-cut unknown']]);
});
