// Which live object a key of the spec means, and what becomes of the others.
import { describe, expect, it } from 'vitest';
import { diff } from '../../src/audit/diff.js';
import { observe } from '../../src/audit/observe.js';
import type { PoolSpec } from '../../src/facets/index.js';
import type { Listed, Snapshot } from '../../src/model/facet.js';
import { desired } from '../../src/spec/desired.js';
import { MINIMAL } from '../harness/specs.js';
import { silentSnapshot } from '../harness/twin.js';

type Objects = 'clients' | 'domains' | 'users';

interface Live {
  readonly name: string;
  readonly id?: string;
  /** Why it could not be described. */
  readonly unread?: string;
  readonly item?: object;
}

const listed = ({ name, id, unread, item }: Live): Listed<any> => ({
  name,
  ...(id && { id }),
  item: unread
    ? { ok: false, reason: unread }
    : { ok: true, value: { ClientName: name, secrets: { ok: true, value: { number: 0 } }, ...item } },
});

/** `kind address: live` of every difference between the objects of a spec and the live ones. */
function found(facet: Objects, wanted: object, live: readonly Live[], ids: readonly [string, string][] = []): string[] {
  const state = desired({ ...MINIMAL, [facet]: wanted } as PoolSpec);
  const snapshot: Snapshot = { ...silentSnapshot(state), [facet]: { ok: true, value: live.map(listed) } };
  const { changes } = diff(state, observe(snapshot, state, new Map(ids)));
  return changes
    .filter(({ address }) => address.startsWith(`${facet}`))
    .map(({ kind, address, setting, live }) => {
      const seen =
        live.kind === 'value' ? `: ${String(live.value)}` : live.kind === 'unreadable' ? `: ${live.reason}` : '';
      return `${kind} ${[address, setting].filter(Boolean).join(' ')}${seen}`;
    });
}

const rivalry = (ids: string): string =>
  `${ids.split(', ').length} live objects bear the name (${ids}); give the deploy outputs, so that the id decides`;

describe('clients', () => {
  const web = { web: { name: 'Acme web' } };

  it('are found by their display name', () => {
    expect(found('clients', web, [{ name: 'Acme web', id: 'a' }])).toEqual([]);
    expect(found('clients', { web: null }, [{ name: 'web', id: 'a' }])).toEqual([]);
  });

  it('are found by their known id, whatever they are called', () => {
    const live = [{ name: 'Renamed', id: 'a' }];
    expect(found('clients', web, live, [['clients/web', 'a']])).toEqual(['changed clients/web name: Renamed']);
  });

  it('are missing and undeclared under a name that nobody knows', () => {
    expect(found('clients', web, [{ name: 'Renamed', id: 'a' }])).toEqual([
      'missing clients/web',
      'extra clients/Renamed: a',
    ]);
  });

  it('are not mistaken for the undeclared one that is named like their key', () => {
    expect(found('clients', web, [{ name: 'web', id: 'a' }])).toEqual([
      'missing clients/web',
      'extra clients/web#a: a',
    ]);
    expect(
      found('clients', web, [
        { name: 'web', id: 'a' },
        { name: 'Acme web', id: 'b' },
      ]),
    ).toEqual(['extra clients/web#a: a']);
  });

  it('are unchecked where one was listed but could not be described', () => {
    expect(found('clients', web, [{ name: 'Acme web', id: 'a', unread: 'Throttled' }])).toEqual([
      'unchecked clients/web: Throttled',
    ]);
  });

  it('are extra though they could not be described', () => {
    expect(found('clients', {}, [{ name: 'rogue', id: 'a', unread: 'Throttled' }])).toEqual(['extra clients/rogue: a']);
  });

  it('are both reported where two bear the name and no id is known', () => {
    const live = [
      { name: 'Acme web', id: 'a' },
      { name: 'Acme web', id: 'b' },
    ];
    expect(found('clients', web, live)).toEqual([
      `unchecked clients/web: ${rivalry('a, b')}`,
      'extra clients/web#: a, b',
    ]);
    expect(found('clients', web, live, [['clients/web', 'b']])).toEqual(['extra clients/Acme web: a']);
  });

  it('are each reported where two undeclared ones bear one name', () => {
    const live = [
      { name: 'rogue', id: 'a' },
      { name: 'rogue', id: 'b' },
    ];
    expect(found('clients', {}, live)).toEqual(['extra clients/rogue: a', 'extra clients/rogue#b: b']);
  });

  it('are unchecked, and none of them extra, where the spec itself has as many of the name', () => {
    const two = { web: { name: 'Acme' }, api: { name: 'Acme' } };
    const live = [
      { name: 'Acme', id: 'a' },
      { name: 'Acme', id: 'b' },
    ];
    expect(found('clients', two, live)).toEqual([
      `unchecked clients/web: ${rivalry('a, b')}`,
      `unchecked clients/api: ${rivalry('a, b')}`,
    ]);
    expect(found('clients', two, live, [['clients/web', 'a']])).toEqual([]);
  });

  it('are unchecked where two of the spec bear the name and one object does: nobody knows which is missing', () => {
    const two = { web: { name: 'Acme' }, api: { name: 'Acme' } };
    const live = [{ name: 'Acme', id: 'a' }];
    expect(found('clients', two, live)).toEqual([
      `unchecked clients/web: ${rivalry('a')}`,
      `unchecked clients/api: ${rivalry('a')}`,
    ]);
    expect(found('clients', two, live, [['clients/api', 'a']])).toEqual(['missing clients/web']);
  });

  it('are extra once where the spec has fewer of the name', () => {
    const two = { web: { name: 'Acme' }, api: { name: 'Acme' } };
    const live = ['a', 'b', 'c'].map((id) => ({ name: 'Acme', id }));
    const reason = rivalry('a, b, c');
    expect(found('clients', two, live)).toEqual([
      `unchecked clients/web: ${reason}`,
      'extra clients/web#: a, b, c',
      `unchecked clients/api: ${reason}`,
    ]);
  });

  it('are found by name where the known id is gone', () => {
    expect(found('clients', web, [{ name: 'Acme web', id: 'new' }], [['clients/web', 'gone']])).toEqual([]);
  });
});

describe('keys with dots and slashes', () => {
  it('are whole addresses', () => {
    expect(found('domains', { 'auth.example.com': {} }, [{ name: 'auth.example.com' }])).toEqual([]);
    expect(found('domains', { 'auth.example.com': {} }, [{ name: 'auth.example' }])).toEqual([
      'missing domains/auth.example.com',
      'extra domains/auth.example: auth.example',
    ]);
    const differs = [{ name: 'a/b.c', item: { Enabled: false } }];
    expect(found('users', { 'a/b.c': { enabled: true } }, differs)).toEqual(['changed users/a/b.c enabled: false']);
  });
});

describe('users', () => {
  it('that nobody declared are nobody’s business', () => {
    expect(found('users', {}, [{ name: 'eve' }])).toEqual([]);
    expect(found('users', { ada: {} }, [{ name: 'eve' }])).toEqual(['missing users/ada']);
  });
});
