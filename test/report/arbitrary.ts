import fc from 'fast-check';
import type { Finding } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import { observed } from '../../src/model/state.js';
import { type change, FILE, report } from './sample.js';

/** Any text at all, lone surrogates and control characters included. */
export const string = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\x1b', '\ud83d', '\udc00', '\ufffe', '\uffff', '\u202e') }),
  fc.string({
    unit: fc.constantFrom('a', '::', '##[', '%0A', '`', '<', '&', ']]>', '"', "'", '|', '[x](y)', '{0}', '@b'),
  }),
);

const position = fc.record({ line: fc.integer({ min: 1, max: 20 }), column: fc.integer({ min: 1, max: 60 }) });
const at = fc.record({ file: fc.constantFrom(FILE, 'configs/b.yaml'), start: position, end: position });
const side = fc.oneof(
  fc.constant({ kind: 'absent' } as const),
  fc.anything({ withBigInt: true, withNullPrototype: true }).map(observed),
  fc.array(string).map(observed),
  fc.dictionary(string, string).map(observed),
  string.map(observed),
  fc.record({ kind: fc.constantFrom('unreadable' as const, 'unverifiable' as const), reason: string }),
);
const fact = (derived: fc.Arbitrary<ReturnType<typeof change>[]>) =>
  fc.record(
    {
      kind: fc.constantFrom('changed' as const, 'missing' as const, 'extra' as const, 'unchecked' as const),
      address: string,
      setting: string,
      desired: side,
      live: side,
      impact: fc.constantFrom('none' as const, 'update' as const, 'replace' as const),
      derived,
    },
    { requiredKeys: ['kind', 'address', 'desired', 'live', 'impact', 'derived'] },
  );

/** Any finding, sensible or not. */
export const judgement: fc.Arbitrary<Finding> = fc.record(
  {
    rule: string,
    severity: fc.constantFrom('error' as const, 'warning' as const, 'note' as const),
    message: string,
    target: fc.oneof(string, fc.constant(FILE)),
    setting: string,
    at,
    change: fact(fc.array(fact(fc.constant([])), { maxLength: 3 })),
    convergedBy: fc.constantFrom('terraform' as const, 'fix' as const, 'nobody' as const),
    confidence: fc.constantFrom('measured' as const, 'documented' as const, 'inferred' as const),
    cause: string,
    deploy: string,
    help: string,
    docs: string,
    fingerprint: string,
  },
  { requiredKeys: ['rule', 'severity', 'message', 'confidence', 'fingerprint'] },
) as fc.Arbitrary<Finding>;

/** Any finding of any run: accepted or gone as well. */
export const anyFinding: fc.Arbitrary<Finding> = fc
  .tuple(judgement, fc.constantFrom(undefined, 'new', 'known', 'accepted', 'gone'), string)
  .map(([finding, status, text]) => ({
    ...finding,
    ...(status && { status }),
    ...(status === 'accepted' && { acceptedBy: { owner: text, reason: text } }),
  })) as fc.Arbitrary<Finding>;

const uncompared = fc.array(fc.record({ target: string, setting: string, reason: string }), { maxLength: 3 });

/** Any coverage. */
export const coverage = fc.record({
  checked: fc.nat(),
  unchecked: uncompared,
  unverifiable: uncompared,
  unmanaged: uncompared,
});

/** Any report: pools that nobody looked at as well. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    command: fc.constantFrom('audit', 'validate', 'preflight'),
    targets: fc.array(
      fc.record(
        { spec: fc.constantFrom(FILE, 'configs/b.yaml'), poolId: string, region: string, account: string },
        { requiredKeys: ['spec'] },
      ),
      { maxLength: 3 },
    ),
    findings: fc.array(anyFinding, { maxLength: 5 }),
    coverage: fc.oneof(
      coverage,
      coverage.map((one) => ({ ...one, checked: 0, unchecked: [] })),
    ),
  })
  .map((parts) => report(parts as Partial<Report>));
