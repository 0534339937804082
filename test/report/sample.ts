import type { Change, Finding } from '../../src/model/finding.js';
import type { Report, ReportContext } from '../../src/model/report.js';
import type { SourceDocument, SourceSpan } from '../../src/model/source.js';
import { ABSENT, observed } from '../../src/model/state.js';

export const FILE = 'configs/email-mfa.yaml';

const TEXT = `pool:
  id: email-mfa
  name: email-mfa
mfa:
  mode: required
  email: true
  sms: false
clients:
  web:
    callbackUrls:
      - https://app.example.com/callback
signUp:
  invitationEmailSubject: Welcome
`;

export function span(line: number, column: number, length: number): SourceSpan {
  return { file: FILE, start: { line, column }, end: { line, column: column + length } };
}

export function document(text = TEXT): SourceDocument {
  return { file: FILE, text, value: {}, locate: () => span(1, 1, 4) };
}

export function change(parts: Partial<Change> = {}): Change {
  return {
    kind: 'changed',
    address: 'mfa',
    setting: 'sms',
    desired: observed(false),
    live: observed(true),
    impact: 'none',
    derived: [],
    ...parts,
  };
}

export const SMS: Finding = {
  rule: 'drift/changed',
  severity: 'error',
  message: 'SMS MFA is on in the pool, but the spec turns it off.',
  target: FILE,
  setting: 'mfa.sms',
  at: span(7, 8, 5),
  change: change({
    derived: [
      change({ setting: 'smsRole', desired: ABSENT, live: observed('arn:aws:iam::123456789012:role/sms') }),
      change({
        address: 'accountRecovery',
        setting: 'mechanisms',
        desired: observed(['email']),
        live: observed(['phone']),
      }),
    ],
  }),
  convergedBy: 'fix',
  confidence: 'documented',
  cause: 'Terraform keeps sms_configuration when it is removed from code, so the plan says "No changes".',
  deploy: 'changes nothing here',
  help: `poolward fix ${FILE} --yes`,
  docs: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool',
  fingerprint: 'email-mfa:drift/changed:mfa:sms',
};

export function finding(parts: Partial<Finding> = {}): Finding {
  const plain = {
    rule: 'no-owner',
    severity: 'note',
    message: 'The pool has no owner tag.',
    confidence: 'inferred',
  } as const;
  return { ...plain, target: FILE, fingerprint: 'email-mfa:no-owner::', ...parts };
}

export const CALLBACKS = finding({
  rule: 'drift/changed',
  severity: 'warning',
  message: 'The client web has other callback URLs in the pool than in the spec.',
  setting: 'clients.web.callbackUrls',
  at: span(10, 5, 12),
  change: change({
    address: 'clients/web',
    setting: 'callbackUrls',
    desired: observed(['https://app.example.com/callback', 'https://app.example.com/']),
    live: observed(['https://evil.example.net/\u001b[2K', 'https://app.example.com/']),
    impact: 'update',
  }),
  convergedBy: 'terraform',
  deploy: 'sets the callback URLs',
  fingerprint: 'email-mfa:drift/changed:clients/web:callbackUrls',
});

export function report(parts: Partial<Report> = {}): Report {
  return {
    command: 'audit',
    startedAt: '2026-01-02T03:04:05.000Z',
    finishedAt: '2026-01-02T03:04:07.500Z',
    targets: [{ spec: FILE, poolId: 'eu-west-1_AbCdEf123', region: 'eu-west-1', account: '123456789012' }],
    findings: [],
    coverage: { checked: 128, unchecked: [], unverifiable: [], unmanaged: [] },
    calls: 17,
    waitedMs: 250,
    ...parts,
  };
}

/** Coverage with one of each kind. */
export const GAPS: Report['coverage'] = {
  checked: 120,
  unchecked: [
    { target: FILE, setting: 'clients.web.callbackUrls', reason: 'AccessDeniedException on DescribeUserPoolClient' },
    { target: FILE, setting: 'clients.web.oauthFlows', reason: 'AccessDeniedException on DescribeUserPoolClient' },
    { target: FILE, setting: 'domains', reason: 'TooManyRequestsException after 8 attempts' },
  ],
  unverifiable: [{ target: FILE, setting: 'branding.logo', reason: 'Cognito returns no images' }],
  unmanaged: [{ target: FILE, setting: 'groups.temp', reason: 'owner identity: moved out in June' }],
};

export function context(parts: Partial<ReportContext> = {}): ReportContext {
  const documents = new Map([[FILE, document()]]);
  return { color: false, quiet: false, verbose: false, document: (file) => documents.get(file), ...parts };
}
