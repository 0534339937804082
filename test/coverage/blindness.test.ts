// The measurement is about exactly the members that the provider knows: a new row demands a new one.
import { expect, it } from 'vitest';
import { knownMembers } from '../../scripts/blindness/known.js';
import { counted, MEASURED, VARIANTS } from '../../scripts/coverage/measured.js';

it('names every member that the provider knows, and no other', () => {
  expect(Object.keys(MEASURED.members).sort()).toEqual(knownMembers(MEASURED.provider).sort());
});

it('changed every one of them where the spec says everything', () => {
  expect(counted('written').changed).toBe(Object.keys(MEASURED.members).length);
  for (const variant of VARIANTS) expect(counted(variant).changed).toBeGreaterThan(100);
});
