// A number that turns SMS on by itself, as was seen on real pools and as the sandbox does not: nothing is taken for somebody
// else's change because of it.
import { describe, expect, it } from 'vitest';
import type { Changing } from '../../src/users/change-user.js';
import { putBack } from '../../src/users/change-user.js';
import type { Planned } from '../../src/users/enforce-plan.js';
import { enforceUser } from '../../src/users/enforce-user.js';
import { type Journal, openJournal } from '../../src/users/journal.js';
import type { Factor } from '../../src/users/pool-mfa.js';
import type { Address, UserSettings } from '../../src/users/ports.js';
import { memoryJournal } from '../cli/fake-io.js';

const NUMBER: Address = { value: '+4915112345678', verified: true };
const BY_SMS = { enabled: ['sms'], preferred: 'sms' } as const;
const PLANNED: Planned = {
  user: 'ada',
  app: false,
  before: { enabled: [] },
  wanted: BY_SMS,
  phone: { before: null, wanted: NUMBER },
};

interface Ada {
  settings: UserSettings;
  phone: Address | undefined;
}

async function world(turnsOn: boolean, ada: Ada = { settings: { enabled: [], app: false }, phone: undefined }) {
  const journal: Journal = await openJournal(memoryJournal('journal.jsonl', new Map()), {
    kind: 'enforce',
    pool: 'eu-west-1_AbC',
    startedAt: '2026-01-02T03:04:05.000Z',
  });
  const withSms = (enabled: readonly Factor[]): readonly Factor[] => [...new Set<Factor>([...enabled, 'sms'])];
  const within: Changing = {
    poolId: 'eu-west-1_AbC',
    pool: { offered: ['email', 'sms', 'totp'] },
    reader: {
      settings: async () => ada.settings,
      find: async () => ({
        username: 'ada',
        status: 'CONFIRMED',
        enabled: true,
        ...(ada.phone && { phone: ada.phone }),
      }),
    },
    writer: {
      setMfa: async (_, __, settings) => {
        ada.settings = settings;
      },
      setPhone: async (_, __, phone) => {
        ada.phone = phone;
        if (phone && turnsOn) ada.settings = { ...ada.settings, enabled: withSms(ada.settings.enabled) };
      },
    },
    journal,
    now: () => new Date('2026-01-02T03:04:05.000Z'),
  };
  const undo = async () => {
    const results: string[] = [];
    for await (const entry of journal.backward()) results.push((await putBack(entry, within)).result);
    return results;
  };
  return { ada, journal, within, undo };
}

describe.each([true, false])('a number turns SMS on by itself: %s', (turnsOn) => {
  it('number and factors are set, proved, and taken back', async () => {
    const { ada, within, undo, journal } = await world(turnsOn);
    expect(await enforceUser(PLANNED, within)).toMatchObject({ result: 'done' });
    expect([ada.settings, ada.phone]).toEqual([{ ...BY_SMS, app: false }, NUMBER]);
    for await (const { settled } of journal.entries()) expect(settled?.result).toBe('done');
    expect(await undo()).toEqual(['done', 'done']);
    expect([ada.settings, ada.phone]).toEqual([{ enabled: [], app: false }, undefined]);
  });

  it('is gone on with where only the number was set', async () => {
    const { within } = await world(turnsOn, {
      settings: { enabled: turnsOn ? ['sms'] : [], app: false },
      phone: NUMBER,
    });
    expect(await enforceUser(PLANNED, within)).toMatchObject({ result: 'done' });
  });

  it('a factor that the user has set meanwhile stays when the number alone is taken back', async () => {
    const { ada, within, undo } = await world(turnsOn);
    const { enabled } = ada.settings;
    await enforceUser({ ...PLANNED, wanted: { enabled } }, within);
    ada.settings = { enabled: [...ada.settings.enabled, 'totp'], app: true };
    await undo();
    expect([ada.settings.enabled, ada.phone]).toEqual([['totp'], undefined]);
  });
});

it('a number that cannot be proved keeps the factors from being sent, and is told', async () => {
  const { ada, within } = await world(false);
  const deaf = { ...within, writer: { ...within.writer, setPhone: async () => undefined } };
  expect(await enforceUser(PLANNED, deaf)).toMatchObject({ result: 'unproved' });
  expect(ada.settings.enabled).toEqual([]);
});
