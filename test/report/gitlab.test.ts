import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gitlab } from '../../src/report/gitlab.js';
import { anyReport } from './arbitrary.js';
import { expectGolden } from './golden.js';
import { CALLBACKS, context, finding, GAPS, report, SMS } from './sample.js';

const text = { type: 'string', minLength: 1 };

/** Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const validate = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string' },
      check_name: { type: 'string' },
      fingerprint: text,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: text,
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

const about = context({ comparesLive: true });

test('golden', () => {
  const sample = report({ findings: [CALLBACKS, SMS, finding(), finding()], coverage: GAPS });
  expectGolden('audit.golden.gitlab.json', gitlab(sample, about));
});

test('any report is one, and no issue hides another', () => {
  const property = fc.property(anyReport, fc.boolean(), (sample, comparesLive) => {
    const issues = JSON.parse(gitlab(sample, context({ comparesLive })));
    validate(issues);
    expect(validate.errors).toBeNull();
    const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });
  fc.assert(property, { numRuns: 200 });
});
