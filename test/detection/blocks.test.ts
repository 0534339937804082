// A block that goes, or a switch that takes others with it, is one change: one root, and the rest hangs beneath it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestMembers } from '../harness/writable-members.js';
import { makeBase, NAMES } from './base.js';
import { type Bench, bench } from './bench.js';
import { isAnswer, type Json, KINDS, type Kind } from './objects.js';

let own: Bench;
beforeAll(async () => {
  own = await bench('test/detection/base.yaml', makeBase, NAMES);
});
afterAll(() => own.close());

type Change = (request: Json) => void;

/** Sends what AWS says of an object with one thing changed; the findings, or undefined where AWS refuses or has no such object. */
async function foundAfter(kind: Kind, change: Change): Promise<string[] | undefined> {
  own.restore();
  const read = await kind.read(own);
  if (!read) return undefined;
  const members = requestMembers(kind.update).filter((name) => !(name in read.target));
  const said = members.map((name) => [name, structuredClone(read.answer[kind.answered?.[name] ?? name])]);
  const request = { ...read.target, ...Object.fromEntries(said.filter(([, value]) => value !== undefined)) };
  if (typeof request.ImageFile === 'string') request.ImageFile = NAMES.image;
  delete request.AdminCreateUserConfig?.UnusedAccountValidityDays;
  change(request);
  try {
    await own.send(kind.update, request);
  } catch (error) {
    if (isAnswer(error)) return undefined;
    throw error;
  }
  return (await own.audit()).findings.map(({ setting }) => setting ?? '');
}

const client = KINDS.find(({ operation }) => operation === 'CreateUserPoolClient') as Kind;

describe('one change, one root', () => {
  it.each<[string, Change, string]>([
    [
      'rotation of refresh tokens switched off',
      (request) => {
        request.RefreshTokenRotation = { Feature: 'DISABLED' };
      },
      'clients.web.refreshTokenRotation',
    ],
    [
      'no rotation',
      (request) => {
        delete request.RefreshTokenRotation;
      },
      'clients.web.refreshTokenRotation',
    ],
    [
      'no token units',
      (request) => {
        delete request.TokenValidityUnits;
        request.AccessTokenValidity = 10;
        request.IdTokenValidity = 20;
      },
      'clients.web.accessTokenValidity',
    ],
  ])('%s', async (_name, change, root) => {
    expect(await foundAfter(client, change)).toEqual([root]);
  });
});
