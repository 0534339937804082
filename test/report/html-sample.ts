import type { Report } from '../../src/model/report.js';
import { ABSENT, observed } from '../../src/model/state.js';
import { CALLBACKS, change, FILE, finding, GAPS, report, SMS, span } from './sample.js';

export const OTHER = {
  spec: 'configs/other.yaml',
  poolId: 'eu-west-1_Other0001',
  region: 'eu-west-1',
  account: '123456789012',
};

const MFA = finding({
  rule: 'mfa-optional',
  severity: 'warning',
  message: 'MFA is optional: users who never enrol sign in with a password alone.',
  setting: 'mfa.mode',
  at: span(5, 9, 8),
  confidence: 'documented',
  help: 'Set mfa.mode to required.',
  fingerprint: 'email-mfa:mfa-optional:mfa:mode',
});

const LEGACY = finding({
  rule: 'drift/extra',
  severity: 'error',
  message: 'The live pool has the app client legacy (4h5k2n), which the spec does not declare.',
  setting: 'clients.legacy',
  change: change({ kind: 'extra', address: 'clients/legacy', desired: ABSENT, live: observed('4h5k2n') }),
  convergedBy: 'fix',
  confidence: 'measured',
  help: `poolward fix ${FILE} --delete clients/legacy --yes, or declare it in the spec`,
  status: 'known',
  fingerprint: 'email-mfa:drift/extra:clients/legacy:',
});

const TAGS = finding({
  rule: 'pool-without-tags',
  message: 'The pool has no tags.',
  status: 'accepted',
  acceptedBy: { owner: 'identity', reason: 'The account has them.', expires: '2027-01-01' },
  fingerprint: 'email-mfa:pool-without-tags::',
});

const TOKENS = finding({
  rule: 'drift/changed',
  severity: 'warning',
  message: 'The access token of web lives longer than the spec says.',
  setting: 'clients.web.accessToken',
  change: change({
    address: 'clients/web',
    setting: 'accessToken',
    desired: observed('1 hour'),
    live: observed('1 day'),
  }),
  status: 'gone',
  fingerprint: 'email-mfa:drift/changed:clients/web:accessToken',
});

const DOMAINS = finding({
  rule: 'drift/unchecked',
  severity: 'warning',
  message: 'domains was not compared: TooManyRequestsException after 8 attempts.',
  target: OTHER.spec,
  setting: 'domains',
  change: change({
    kind: 'unchecked',
    address: 'domains',
    desired: observed(['auth.example.com']),
    live: { kind: 'unreadable', reason: 'TooManyRequestsException after 8 attempts' },
  }),
  fingerprint: 'other:drift/unchecked:domains:',
});

/** One of everything that the page tells apart. */
export const EVERYTHING: Report = report({
  targets: [...report().targets, OTHER, { spec: 'configs/machines.yaml', region: 'eu-west-1' }],
  findings: [SMS, CALLBACKS, MFA, LEGACY, TAGS, TOKENS, DOMAINS, finding()],
  coverage: GAPS,
});

export const SHARED_MESSAGE = 'MFA is optional: users who never enrol sign in with a password alone.';

const SPECS = [0, 1, 2, 3].map((number) => `configs/${number}.yaml`);

/** Four specs with one finding in common, and one of its own in the first. */
export const SHARED: Report = report({
  targets: SPECS.map((spec, index) => ({ ...OTHER, spec, poolId: `eu-west-1_Pool${index}` })),
  findings: [
    ...SPECS.map((spec) =>
      finding({
        rule: 'mfa-optional',
        message: SHARED_MESSAGE,
        target: spec,
        at: { ...span(5, 9, 8), file: spec },
        help: `poolward fix ${spec} --yes`,
        fingerprint: `${spec}:mfa-optional`,
      }),
    ),
    finding({ target: SPECS[0] ?? '', message: 'Only here.', fingerprint: 'only' }),
  ],
});

/** Texts that want out of where they are written. */
export const HOSTILE: readonly string[] = [
  '</script><script>alert(1)</script>',
  '</style><img src=x onerror=alert(2)>',
  '" onmouseover="alert(3)" x="',
  "' autofocus onfocus='alert(4)",
  '--><svg onload=alert(5)>',
  '</details></main><iframe src="https://evil.example.net/">',
  'javascript:alert(6)',
  '&lt;b&gt; &#60;i&#62;',
  '\u202egpj.exe\u2066 \u0000\u001b[2K\u200b\ud800',
  '${alert(7)} {{alert(8)}}',
];

/** A report in which every text is this one. */
export function hostile(text: string): Report {
  const changed = change({
    address: text,
    setting: text,
    desired: observed(text),
    live: observed([text, { [text]: text }]),
  });
  const all = finding({
    rule: text,
    message: text,
    target: text,
    setting: text,
    at: { ...span(7, 8, 5), file: text },
    change: { ...changed, derived: [changed] },
    cause: text,
    deploy: text,
    help: text,
    docs: text,
    fingerprint: text,
    acceptedBy: { owner: text, reason: text, expires: text },
  });
  const gap = [{ target: text, setting: text, reason: text }];
  return report({
    command: text,
    startedAt: text,
    targets: [{ spec: text, poolId: text, region: text, account: text }],
    findings: [all, { ...all, status: 'accepted' }, { ...all, status: 'gone' }],
    coverage: { checked: 1, unchecked: gap, unverifiable: gap, unmanaged: gap },
  });
}
