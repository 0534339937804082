import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { XmlDocument, type XmlElement, XsdValidator } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { junit } from '../../src/report/junit.js';
import { numbered } from '../../src/report/parts/numbered.js';
import { visible } from '../../src/report/parts/visible.js';
import { xml } from '../../src/report/parts/xml.js';
import { anyReport, string } from './arbitrary.js';
import { expectGolden } from './golden.js';
import { CALLBACKS, context, finding, GAPS, report, SMS } from './sample.js';

const schema = XmlDocument.fromBuffer(readFileSync(new URL('schemas/junit.xsd', import.meta.url)));
const validator = XsdValidator.fromDoc(schema);
const about = context({ comparesLive: true });

/** Parses and validates, and hands the document on. */
function parsed<T>(text: string, use: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromString(text);
  try {
    validator.validate(document);
    return use(document);
  } finally {
    document.dispose();
  }
}

/** Each test with what became of it. */
function verdicts(sample: Report, as = about): [name: string, verdict: string][] {
  return parsed(junit(sample, as), (document) =>
    document.find('//testcase').map((node) => {
      const test = node as XmlElement;
      const children = test.find('*').map((child) => (child as XmlElement).name);
      return [test.attr('name')?.value ?? '', children.join() || 'passed'];
    }),
  );
}

const ACCEPTED = finding({
  rule: 'weak',
  severity: 'error',
  status: 'accepted',
  acceptedBy: { owner: 'me', reason: 'Meant.' },
});

test('golden', () => {
  const text = junit(report({ findings: [CALLBACKS, SMS, finding(), ACCEPTED], coverage: GAPS }), about);
  parsed(text, () => undefined);
  expectGolden('audit.junit.xml.txt', text);
});

describe('verdicts', () => {
  test('what was not looked at is skipped, and one test says so as an error', () => {
    expect(verdicts(report({ coverage: GAPS }))).toEqual([
      ['everything was looked at', 'error'],
      ['clients.web.callbackUrls', 'skipped'],
      ['clients.web.oauthFlows', 'skipped'],
      ['domains', 'skipped'],
    ]);
  });

  test('an error or a warning fails; a note, or what is accepted, is skipped', () => {
    const gone = finding({ rule: 'gone', severity: 'error', status: 'gone' });
    expect(verdicts(report({ findings: [SMS, CALLBACKS, finding(), ACCEPTED, gone] }))).toEqual([
      ['everything was looked at', 'passed'],
      ['drift/changed mfa.sms', 'failure'],
      ['drift/changed clients.web.callbackUrls', 'failure'],
      ['no-owner', 'skipped'],
      ['weak', 'skipped'],
      ['gone: gone', 'passed'],
    ]);
  });

  test('a finding about no spec has a suite of its own', () => {
    const lost = finding({ target: undefined as never, severity: 'error' });
    expect(verdicts(report({ targets: [], findings: [lost] }), context())).toEqual([['no-owner', 'failure']]);
  });
});

describe('any report', () => {
  test('is valid, and its numbers are those of its tests', () => {
    const property = fc.property(anyReport, fc.boolean(), (sample, comparesLive) => {
      parsed(junit(sample, context({ comparesLive })), (document) => {
        for (const suite of document.find('//testsuites | //testsuite') as XmlElement[]) {
          const number = (name: string) => Number(suite.attr(name)?.value);
          expect(number('tests')).toBe(suite.find('.//testcase').length);
          expect(number('failures')).toBe(suite.find('.//failure').length);
          expect(number('errors')).toBe(suite.find('.//error').length);
        }
        for (const suite of document.find('//testsuite') as XmlElement[]) {
          const names = suite.find('testcase').map((node) => (node as XmlElement).attr('name')?.value);
          expect(new Set(names).size).toBe(names.length);
        }
      });
    });
    fc.assert(property, { numRuns: 200 });
  });
});

test('XML: any text can be read back', () => {
  const property = fc.property(string, string, (text, value) => {
    const document = XmlDocument.fromString(xml({ name: 'a', attributes: { b: value }, content: `.${text}` }));
    const noncharacters = (one: string) => one.replaceAll('\ufffe', '\\ufffe').replaceAll('\uffff', '\\uffff');
    expect(document.root.attr('b')?.value).toBe(noncharacters(visible(value)));
    expect(document.root.content).toBe(noncharacters(`.${text}`.split('\n').map(visible).join('\n')));
    document.dispose();
  });
  fc.assert(property, { numRuns: 500 });
});

test('numbered: no name occurs twice, and those that are unique stay', () => {
  expect(numbered(['a', 'b', 'a', 'a (2)', 'a'])).toEqual(['a', 'b', 'a (3)', 'a (2)', 'a (4)']);
  const names = fc.array(fc.string({ unit: fc.constantFrom('a', ' (2)', ' (3)'), maxLength: 4 }));
  const property = fc.property(names, (all) => {
    expect(new Set(numbered(all)).size).toBe(all.length);
  });
  fc.assert(property);
});
