// What a journal is worth after a crash: any prefix of its bytes is gone on with, and nothing is sent twice.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nodeIo } from '../../src/cli/io.js';
import { type Changing, changeUser, putBack, settleOpen } from '../../src/users/change-user.js';
import { type Journal, openJournal, viewJournal } from '../../src/users/journal.js';
import type { Entry, JournalHeader, Recorded } from '../../src/users/journal-lines.js';
import { FACTORS, type Factor } from '../../src/users/pool-mfa.js';
import type { JournalFile, UserSettings } from '../../src/users/ports.js';
import { memoryJournal, quietSignals } from '../cli/fake-io.js';

const FILE = 'journal.jsonl';
const HEADER: JournalHeader = { kind: 'enforce', pool: 'eu-west-1_AbC', startedAt: '2026-01-02T03:04:05.000Z' };
const NOW = () => new Date('2026-01-02T03:04:05.000Z');

type Stored = Map<string, string>;
const open = (stored: Stored, header = HEADER): Promise<Journal> => openJournal(memoryJournal(FILE, stored), header);
const all = async (entries: AsyncIterable<Entry>): Promise<Entry[]> => {
  const found: Entry[] = [];
  for await (const entry of entries) found.push(entry);
  return found;
};

/** The users of a pool, and how often each was changed. */
interface World {
  readonly users: Map<string, UserSettings>;
  readonly sent: string[];
}

const OFFERED: readonly Factor[] = ['email', 'sms', 'totp'];
const WANTED: Recorded = { enabled: ['email'], preferred: 'email' };

function worldOf(names: readonly string[]): World {
  return { users: new Map(names.map((name) => [name, { enabled: ['sms'], app: false }])), sent: [] };
}

function changing({ users, sent }: World, journal: Journal): Changing {
  return {
    poolId: HEADER.pool,
    pool: { offered: OFFERED },
    reader: { settings: async (_, name) => users.get(name), find: async () => undefined },
    writer: {
      setMfa: async (_, name, settings) => {
        sent.push(name);
        users.set(name, settings);
      },
      setPhone: async () => undefined,
    },
    journal,
    now: NOW,
  };
}

/** Applies the change to all users, going on from a journal, as an engine would. */
async function applyAll(file: JournalFile, world: World): Promise<void> {
  const journal = await openJournal(file, HEADER);
  const within = changing(world, journal);
  for (const intent of journal.open) await settleOpen(intent, within);
  const done = new Set<string>();
  for await (const entry of journal.entries()) if (entry.settled?.result === 'done') done.add(entry.user);
  for (const [user, { enabled, app }] of [...world.users])
    if (!done.has(user)) await changeUser({ user, before: { enabled }, wanted: WANTED }, app, within);
  await journal.close();
}

/** A journal that holds bytes: a prefix may end within a character. */
interface BytesFile extends JournalFile {
  bytes: Buffer;
}

function bytesFile(bytes: Uint8Array): BytesFile {
  const file: BytesFile = {
    name: FILE,
    bytes: Buffer.from(bytes),
    size: async () => file.bytes.length,
    read: async (from, length) => file.bytes.subarray(from, from + length),
    append: async (text) => {
      file.bytes = Buffer.concat([file.bytes, Buffer.from(text)]);
    },
    cut: async (size) => {
      file.bytes = file.bytes.subarray(0, size);
    },
    remove: async () => undefined,
    close: async () => undefined,
  };
  return file;
}

const NAMES = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }), {
  minLength: 1,
  maxLength: 6,
});

describe('a journal', () => {
  /** Goes on from a prefix, in each world in which a run may have written so much. */
  async function resumeFrom(names: readonly string[], cut: (length: number) => number): Promise<void> {
    const world = worldOf(names);
    const written = bytesFile(Buffer.alloc(0));
    await applyAll(written, world);
    const prefix = written.bytes.subarray(0, cut(written.bytes.length));
    // An intent precedes its call, a settlement follows it.
    const lines = prefix.toString().split('\n').slice(1);
    const settled = lines.filter((line) => line.includes('"result":"done"}')).length;
    const intended = lines.slice(0, -1).filter((line) => line.includes('"user"')).length;
    for (const wasSent of settled < intended ? [settled, intended] : [settled]) {
      const early = worldOf(names);
      for (const name of names.slice(0, wasSent)) early.users.set(name, world.users.get(name) as UserSettings);
      const file = bytesFile(prefix);
      await applyAll(file, early);
      expect(early.users).toEqual(world.users);
      expect(early.sent).toEqual(names.slice(wasSent));
      const entries = await all((await openJournal(file, HEADER)).entries());
      expect(entries.filter(({ settled }) => settled?.result === 'done').map(({ user }) => user)).toEqual(names);
    }
  }

  it('is gone on with from each prefix of its bytes, and nothing is sent twice', async () => {
    let length = 1;
    for (let cut = 0; cut <= length; cut += 1)
      await resumeFrom(['ada', 'bé'], (all) => {
        length = all;
        return cut;
      });
  });

  it('is gone on with whatever the users are called', async () => {
    await fc.assert(
      fc.asyncProperty(NAMES, fc.nat(), (names, at) => resumeFrom(names, (length) => at % (length + 1))),
      { numRuns: 100 },
    );
  });

  it('reads the same forward and backward, whatever the length of its lines', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(30_000), { maxLength: 12 }), async (lengths) => {
        const stored: Stored = new Map();
        const journal = await open(stored);
        for (const length of lengths) {
          const change = {
            at: HEADER.startedAt,
            user: 'ü',
            before: WANTED,
            wanted: WANTED,
            reason: 'x'.repeat(length),
          };
          const { n } = await journal.intend(change);
          if (length % 3 > 0) await journal.settle({ n, at: HEADER.startedAt, result: 'done' });
        }
        const byNumber = (a: Entry, b: Entry) => a.n - b.n;
        const forward = await all(journal.entries());
        const backward = await all(journal.backward());
        expect(backward.map(({ n }) => n)).toEqual(lengths.map((_, index) => lengths.length - index));
        expect([...backward].sort(byNumber)).toEqual([...forward].sort(byNumber));
      }),
      { numRuns: 40 },
    );
  });

  it('numbers what is written at the same time, line by line', async () => {
    const stored: Stored = new Map();
    const journal = await open(stored);
    const users = Array.from({ length: 40 }, (_, index) => `user${index}`);
    const world = worldOf(users);
    const within = changing(world, journal);
    await Promise.all(
      users.map((user) => changeUser({ user, before: { enabled: ['sms'] }, wanted: WANTED }, false, within)),
    );
    const entries = await all((await open(stored)).entries());
    expect(entries.map(({ settled }) => settled?.result)).toEqual(users.map(() => 'done'));
  });

  it('writes an intent before the call, and nothing after a write that failed', async () => {
    const stored: Stored = new Map();
    const file = memoryJournal(FILE, stored);
    let left = 2;
    const failing = {
      ...file,
      append: async (text: string) => {
        left -= 1;
        if (left < 0) {
          await file.append(text.slice(0, 5));
          throw new Error('ENOSPC');
        }
        await file.append(text);
      },
    };
    const journal = await openJournal(failing, HEADER);
    const world = worldOf(['ada', 'bea']);
    const within = changing(world, journal);
    const change = (user: string) => changeUser({ user, before: { enabled: ['sms'] }, wanted: WANTED }, false, within);
    await expect(change('ada')).rejects.toThrow('ENOSPC');
    left = 10;
    await expect(change('bea')).rejects.toThrow('ENOSPC');
    expect(world.sent).toEqual(['ada']);
    const again = await open(stored);
    expect([again.told, again.open.map(({ user }) => user)]).toEqual([
      'The last line of journal.jsonl was only half written; it is left out.',
      ['ada'],
    ]);
  });
});

describe('what is no journal of this run', () => {
  const whole = async (): Promise<string> => {
    const stored: Stored = new Map();
    await applyAll(memoryJournal(FILE, stored), worldOf(['ada', 'bea']));
    return stored.get(FILE) ?? '';
  };
  const CASES: readonly [what: string, of: (text: string) => string, code: string, says: string][] = [
    [
      'of another pool',
      (text) => text.replace('eu-west-1_AbC', 'eu-west-1_XyZ'),
      'journal-of-another-pool',
      'eu-west-1_XyZ',
    ],
    ['of another kind', (text) => text.replace('"enforce"', '"suspend"'), 'journal-of-another-kind', 'suspend-mfa'],
    ['of a newer version', (text) => text.replace('"version":1', '"version":2'), 'newer-journal', 'version 2'],
    ['some JSON', () => '{"a":1}\n', 'not-a-journal', FILE],
    ['some text', () => 'hello', 'not-a-journal', FILE],
    ['some lines', () => 'hello\nworld\n', 'not-a-journal', FILE],
    ['something large', () => 'x'.repeat(300_000), 'not-a-journal', FILE],
    ['with a header that says nothing', () => '{"poolward":"journal","version":1}\n', 'broken-journal', 'Line 1'],
    ['with a broken line', (text) => text.replace(/\n\{"n":1,"at"/, '\n{"n":1,at'), 'broken-journal', 'Line 2'],
    ['with a line too few', (text) => text.replace(/\n\{"n":1,.*"user.*(?=\n)/, ''), 'broken-journal', 'Line 2'],
    ['with a line twice', (text) => text.replace(/(\n\{"n":1,.*"result.*)(?=\n)/, '$1$1'), 'broken-journal', 'Line 4'],
    ['without a user', (text) => text.replace(/\n\{"n":1,.*\n\{"n":1,.*(?=\n)/, ''), 'broken-journal', 'Line 2'],
    ['with an empty line', (text) => `${text}\n${text.split('\n')[1]}`, 'broken-journal', 'Line 6'],
    ['with a factor that nobody knows', (text) => text.replace('["sms"]', '["pigeon"]'), 'broken-journal', 'Line 2'],
  ];

  it.each(CASES)('%s', async (_, of, code, says) => {
    const stored: Stored = new Map([[FILE, of(await whole())]]);
    const before = stored.get(FILE);
    await expect(open(stored)).rejects.toMatchObject({ code, message: expect.stringContaining(says) });
    await expect(viewJournal(memoryJournal(FILE, stored), HEADER)).rejects.toMatchObject({ code });
    expect(stored.get(FILE)).toBe(before);
  });

  it('is begun where it is empty', async () => {
    const stored: Stored = new Map([[FILE, '']]);
    expect((await open(stored)).told).toBeUndefined();
    expect(stored.get(FILE)).toContain('"poolward":"journal"');
  });
});

describe('taking back', () => {
  const undone = async (meanwhile: (users: World['users']) => void) => {
    const stored: Stored = new Map();
    const world = worldOf(['ada', 'bea', 'cyd']);
    await applyAll(memoryJournal(FILE, stored), world);
    world.sent.length = 0;
    meanwhile(world.users);
    const journal = await open(stored);
    const results: Record<string, string> = {};
    for await (const entry of journal.backward())
      results[entry.user] = (await putBack(entry, changing(world, journal))).result;
    return { results, world, stored };
  };

  it('goes backwards and leaves who was changed since', async () => {
    const { results, world, stored } = await undone((users) => {
      users.set('ada', { enabled: ['totp'], preferred: 'totp', app: true });
      users.delete('bea');
    });
    expect(results).toEqual({ ada: 'left', bea: 'gone', cyd: 'done' });
    expect(world.sent).toEqual(['cyd']);
    expect(world.users.get('cyd')).toEqual({ enabled: ['sms'], app: false });
    const entries = await all((await open(stored)).entries());
    expect(entries.slice(3).map(({ undoes, settled }) => [undoes, settled?.result])).toEqual([
      [3, 'done'],
      [2, 'gone'],
      [1, 'left'],
    ]);
  });

  it('sends nothing where it is so already', async () => {
    const { results, world } = await undone((users) => users.set('ada', { enabled: ['sms'], app: false }));
    expect([results['ada'], world.sent]).toEqual(['done', ['cyd', 'bea']]);
  });
});

describe('a change', () => {
  it('is what was read afterwards, whatever AWS answered', async () => {
    const settings = fc.record({ enabled: fc.subarray([...FACTORS]), app: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(settings, settings, fc.boolean(), fc.boolean(), async (before, wanted, applies, fails) => {
        const stored: Stored = new Map();
        const journal = await open(stored);
        const world: World = { users: new Map([['ada', before]]), sent: [] };
        const within = changing(world, journal);
        const setMfa: Changing['writer']['setMfa'] = async (...call) => {
          if (applies) await within.writer.setMfa(...call);
          if (fails) throw new Error('TooManyRequestsException: slow down');
        };
        const { result } = await changeUser({ user: 'ada', before, wanted }, before.app, {
          ...within,
          writer: { ...within.writer, setMfa },
        });
        const after = world.users.get('ada');
        if (after?.enabled.join() === wanted.enabled.join()) expect(result).toBe('done');
        else expect(result).toBe(fails ? 'refused' : 'unproved');
      }),
    );
  });

  it('is of unknown end where nothing could be read', async () => {
    const stored: Stored = new Map();
    const journal = await open(stored);
    const within = changing(worldOf(['ada']), journal);
    const reader = { ...within.reader, settings: async () => Promise.reject(new Error('AccessDeniedException: no')) };
    const came = await changeUser({ user: 'ada', before: { enabled: [] }, wanted: WANTED }, false, {
      ...within,
      reader,
    });
    expect(came).toMatchObject({ result: 'unproved', because: 'AccessDeniedException: no' });
  });
});

describe('on a disk', () => {
  const io = nodeIo(quietSignals());
  const path = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'poolward-journal-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    return join(folder, 'new', FILE);
  };

  it('is for its owner only, and one run has it at a time', async () => {
    const file = path();
    const journal = await openJournal(await io.journal(file, 'append'), HEADER);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(io.journal(file, 'append')).rejects.toMatchObject({
      code: 'journal-in-use',
      message: expect.stringContaining(`process ${process.pid} on ${hostname()}`),
    });
    // Looking at it is no harm.
    const seen = await io.journal(file, 'read');
    expect((await viewJournal(seen, HEADER)).header).toEqual(HEADER);
    await seen.close();
    await journal.close();
    await (await io.journal(file, 'append')).close();
  });

  it('is free again when the run that had it is dead, and not while it lives or nobody can know', async () => {
    const file = path();
    await (await io.journal(file, 'append')).close();
    const owned = (pid: number, host: string) =>
      writeFileSync(`${file}.lock`, JSON.stringify({ pid, host, since: HEADER.startedAt }));
    owned(process.ppid, hostname());
    await expect(io.journal(file, 'append')).rejects.toMatchObject({ code: 'journal-in-use' });
    owned(2 ** 30, 'another-machine');
    await expect(io.journal(file, 'append')).rejects.toMatchObject({ code: 'journal-in-use' });
    owned(2 ** 30, hostname());
    await (await io.journal(file, 'append')).close();
    owned(process.pid, hostname());
    await (await io.journal(file, 'append')).close();
  });

  it('is cut where a crash left half a line', async () => {
    const file = path();
    const first = await openJournal(await io.journal(file, 'append'), HEADER);
    await first.intend({ at: HEADER.startedAt, user: 'ada', before: WANTED, wanted: WANTED });
    await first.close();
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, `${whole}{"n":2,"at":"2026`);
    const second = await openJournal(await io.journal(file, 'append'), HEADER);
    expect(second.told).toContain('half written');
    expect(readFileSync(file, 'utf8')).toBe(whole);
    await second.close();
  });

  it('says where it cannot be', async () => {
    await expect(io.journal('/dev/null/a.jsonl', 'append')).rejects.toMatchObject({ code: 'cannot-write' });
    await expect(io.journal(path(), 'read')).rejects.toMatchObject({ code: 'file-not-found' });
  });
});
