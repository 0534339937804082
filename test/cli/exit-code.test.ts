import { describe, expect, test } from 'vitest';
import type { ExitCode } from '../../src/cli/exit.js';
import { type ExitPolicy, exitCode } from '../../src/cli/exit-code.js';
import type { Finding, Severity } from '../../src/model/finding.js';
import type { Report } from '../../src/model/report.js';
import { change, FILE, finding, GAPS, report } from '../report/sample.js';

const NOTHING = { checked: 0, unchecked: [], unverifiable: [], unmanaged: [] };
const found = (...severities: Severity[]): Finding[] => severities.map((severity) => finding({ severity }));
const unread = finding({ severity: 'error', change: change({ kind: 'unchecked' }) });

type Row = [name: string, parts: Partial<Report>, policy: Partial<ExitPolicy>, code: ExitCode];

const ROWS: Row[] = [
  ['clean', {}, {}, 0],
  ['an error', { findings: found('error') }, {}, 1],
  ['a warning', { findings: found('warning') }, {}, 1],
  ['a note', { findings: found('note') }, {}, 0],
  ['a note, from note up', { findings: found('note') }, { severity: 'note' }, 1],
  ['a warning, from error up', { findings: found('warning') }, { severity: 'error' }, 0],
  ['as many warnings as tolerated', { findings: found('warning', 'warning') }, { maxWarnings: 2 }, 0],
  ['one more', { findings: found('warning', 'warning', 'warning') }, { maxWarnings: 2 }, 1],
  ['too many, even from error up', { findings: found('warning') }, { severity: 'error', maxWarnings: 0 }, 1],
  ['an error among tolerated warnings', { findings: found('warning', 'error') }, { maxWarnings: 9 }, 1],
  [
    'tolerated warnings and a note, from note up',
    { findings: found('warning', 'note') },
    { severity: 'note', maxWarnings: 9 },
    1,
  ],
  ['something unchecked', { coverage: GAPS }, {}, 3],
  ['something unchecked and an error', { coverage: GAPS, findings: found('error') }, {}, 1],
  ['something unchecked and a note', { coverage: GAPS, findings: found('note') }, {}, 3],
  ['unchecked as a finding, whatever its severity', { findings: [unread] }, { severity: 'note' }, 3],
  ['unchecked as a finding, and a real one', { findings: [unread, ...found('warning')] }, {}, 1],
  ['unverifiable and unmanaged only', { coverage: { ...GAPS, unchecked: [] } }, {}, 0],
  ['nothing compared though it was to be', { coverage: NOTHING }, {}, 3],
  ['a pool that was never found', { targets: [{ spec: FILE }] }, {}, 3],
  [
    'nothing compared and nothing to compare',
    { coverage: NOTHING, targets: [{ spec: FILE }] },
    { comparesLive: false },
    0,
  ],
];

describe('exit code', () => {
  test.each(ROWS)('%s', (_name, parts, policy, code) => {
    const full: ExitPolicy = { severity: 'warning', maxWarnings: undefined, comparesLive: true, ...policy };
    expect(exitCode(report(parts), full)).toBe(code);
  });
});
