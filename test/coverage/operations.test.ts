// Every operation of the installed SDK is classified: an upgrade that brings one, or takes one away, fails by its name.
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import { OPERATIONS } from '../../scripts/coverage/operations.js';
import { SECTION_READERS } from '../../src/aws/sections/index.js';
import { makeBase, NAMES } from '../detection/base.js';
import { bench } from '../detection/bench.js';
import { ALL_FACETS } from '../harness/registry.js';

const installed = Object.keys(sdk)
  .filter((name) => name.endsWith('Command') && name !== '$Command')
  .map((name) => name.slice(0, -'Command'.length));
const classified = Object.keys(OPERATIONS);
const entries = Object.entries(OPERATIONS);

it('classifies every operation of the SDK', () => {
  expect(installed.filter((name) => !(name in OPERATIONS))).toEqual([]);
});

it('classifies no operation that the SDK does not have', () => {
  expect(classified.filter((name) => !installed.includes(name))).toEqual([]);
});

it('names a section that is read and that a facet looks at, wherever an operation configures a pool', () => {
  const read = new Set(ALL_FACETS.flatMap(({ reads }) => reads));
  const unread = entries.filter(([, one]) => 'section' in one && one.section && !read.has(one.section));
  expect(unread.map(([name]) => name)).toEqual([]);
  const sections = new Set(entries.flatMap(([, one]) => ('section' in one && one.section ? [one.section] : [])));
  expect([...sections].sort()).toEqual(Object.keys(SECTION_READERS).sort());
});

it('reads with the operations that it says it reads with, and no others', async () => {
  const own = await bench('test/detection/base.yaml', makeBase, NAMES);
  const before = own.sandbox.requests.length;
  await own.audit();
  const asked = new Set(own.sandbox.requests.slice(before).map(({ operation }) => operation));
  await own.close();
  const reads = entries.filter(([, one]) => one.kind === 'configuration-read' && 'section' in one);
  expect([...asked].sort()).toEqual(reads.map(([name]) => name).sort());
});
