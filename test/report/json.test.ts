import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { observed } from '../../src/model/state.js';
import { json } from '../../src/report/json.js';
import { expectGolden } from './golden.js';
import { CALLBACKS, change, finding, GAPS, report, SMS } from './sample.js';

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

const FULL = report({
  findings: [
    SMS,
    CALLBACKS,
    finding(),
    finding({ change: change({ live: { kind: 'unreadable', reason: 'throttled' } }) }),
  ],
  coverage: GAPS,
});

test('is what the schema says, and what it was', () => {
  const printed = json(FULL);
  validate(JSON.parse(printed));
  expect(validate.errors).toBeNull();
  expectGolden('audit.golden.json', printed);
});

test('the schema refuses what is not a report', () => {
  const { findings: _findings, ...rest } = JSON.parse(json(report()));
  expect(validate(rest)).toBe(false);
  expect(validate({ ...JSON.parse(json(report())), extra: 1 })).toBe(false);
});

test('is the same in whatever order AWS returned a map', () => {
  const tagged = (value: object) =>
    json(report({ findings: [finding({ change: change({ live: observed(value) }) })] }));
  expect(tagged({ a: 1, b: { d: [{ x: 1, y: 2 }], c: 3 } })).toBe(tagged({ b: { c: 3, d: [{ y: 2, x: 1 }] }, a: 1 }));
});

test('keeps "could not be read" apart from every value', () => {
  const live = { kind: 'unreadable', reason: 'denied' } as const;
  const printed = JSON.parse(json(report({ findings: [finding({ change: change({ live }) })] })));
  expect(printed.findings[0].change.live).toEqual(live);
});
