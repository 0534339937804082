// What hangs on a pool or its clients (risk, styles, logs, terms, sessions, replicas): through the SDK and the sandbox, what
// the spec declares audits clean, and each thing done behind its back is one finding at its setting.
import type { LogConfigurationType } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/audit/audit.js';
import type { PoolSpec } from '../../src/facets/index.js';
import type { Severity } from '../../src/model/finding.js';
import type { StoredPool } from '../../src/sandbox/store.js';
import { embed } from '../../src/spec/embed.js';
import { type Cloud, cloud } from '../harness/cloud.js';
import { reading } from '../harness/files.js';
import { subjectOf } from '../harness/specs.js';

type Call = readonly [operation: string, input: Readonly<Record<string, unknown>>];
type Found = readonly [
  rule: string,
  setting: string,
  severity: Severity,
  by: 'terraform' | 'fix' | 'nobody' | undefined,
];

interface Case {
  readonly name: string;
  readonly spec: string;
  /** The pool as the spec has it; a client `web` is there already. `web` is its id. */
  readonly made?: (web: string) => readonly Call[];
  readonly done: (web: string, ids: Ids) => readonly Call[];
  /** What no call does: a pool from before AWS refused it. */
  readonly seeded?: (stored: StoredPool) => void;
  readonly finds: Found;
}
/** Ids that calls answered, by operation. */
type Ids = Readonly<Record<string, string>>;

const PLUS = { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } };
const HEAD = `pool:
  id: acme
  name: acme
  region: us-east-1
  account: "123456789012"
  tier: plus
threatProtection:
  mode: enforced
terraform:
  providerVersion: ">= 6.12.0"
sessions:
  tracking: true
domains:
  acme-login:
clients:
  web:
`;
const BYTES = new Uint8Array([137, 80, 78, 71]);
const OTHER = new Uint8Array([137, 80, 78, 72]);
const SourceArn = 'arn:aws:ses:us-east-1:123456789012:identity/example.com';
const mail = (Subject: string) => ({ Subject, HtmlBody: '<p>Hello</p>', TextBody: 'Hello.' });
const LogGroupArn = 'arn:aws:logs:us-east-1:123456789012:log-group:/cognito/messages';

const RISK = `risk:
  pool:
    compromisedCredentials: block
    compromisedCredentialsEvents: [signUp, signIn]
    lowRisk: allow
    highRisk: block
    highRiskNotify: true
    notifyIdentity: ${SourceArn}
    notifyFrom: Acme <a@example.com>
    notifyReplyTo: b@example.com
    blockedMailSubject: Blocked
    blockedMailHtml: <p>Hello</p>
    blockedMailText: Hello.
    allowedMailSubject: Allowed
    allowedMailHtml: <p>Hello</p>
    allowedMailText: Hello.
    mfaMailSubject: MFA
    mfaMailHtml: <p>Hello</p>
    mfaMailText: Hello.
    blockedIps: [10.0.0.0/8, 192.0.2.0/24]
    skippedIps: [198.51.100.0/24]
`;
const CREDENTIALS = { Actions: { EventAction: 'BLOCK' }, EventFilter: ['SIGN_IN', 'SIGN_UP'] };
const ACTIONS = {
  LowAction: { EventAction: 'NO_ACTION', Notify: false },
  HighAction: { EventAction: 'BLOCK', Notify: true },
};
const NOTIFY = {
  SourceArn,
  From: 'Acme <a@example.com>',
  ReplyTo: 'b@example.com',
  BlockEmail: mail('Blocked'),
  NoActionEmail: mail('Allowed'),
  MfaEmail: mail('MFA'),
};
const EXCEPTIONS = {
  BlockedIPRangeList: ['192.0.2.0/24', '10.0.0.0/8'],
  SkippedIPRangeList: ['198.51.100.0/24'],
};
const WHOLE = {
  CompromisedCredentialsRiskConfiguration: CREDENTIALS,
  AccountTakeoverRiskConfiguration: { Actions: ACTIONS, NotifyConfiguration: NOTIFY },
  RiskExceptionConfiguration: EXCEPTIONS,
};
const takeover = (Actions: object, NotifyConfiguration: object = NOTIFY) => ({
  ...WHOLE,
  AccountTakeoverRiskConfiguration: { Actions, NotifyConfiguration },
});

/** One change of the risk configuration of the pool. */
const risk = (name: string, input: object, setting: string, severity: Severity, by: Found[3] = 'terraform'): Case => ({
  name: `risk: ${name}`,
  spec: RISK,
  made: () => [['SetRiskConfiguration', WHOLE]],
  done: () => [['SetRiskConfiguration', { ...WHOLE, ...input }]],
  finds: ['drift/changed', `risk.pool.${setting}`, severity, by],
});
const exceptions = (input: object) => ({ RiskExceptionConfiguration: input });
const low = (EventAction: string, Notify = false) => ({ ...ACTIONS, LowAction: { EventAction, Notify } });
const high = (EventAction: string, Notify = true) => ({ ...ACTIONS, HighAction: { EventAction, Notify } });

const CSS = '.banner-customizable {}';
const UI = `hostedUi:\n  pool:\n    css: "${CSS}"\n`;
const LOGO = `${UI}    image: assets/logo.png\n`;
const SETTINGS = { components: { a: { b: 1 }, c: [1, 2] } };
const asset = (Bytes: Uint8Array) => ({ Category: 'FORM_LOGO', ColorMode: 'LIGHT', Extension: 'PNG', Bytes });
const ASSETS = [asset(BYTES), { Category: 'PAGE_BACKGROUND', ColorMode: 'DARK', Extension: 'PNG', ResourceId: 'one' }];
const BRANDING = `branding:
  web:
    settings: { components: { c: [1, 2], a: { b: 1 } } }
    assets:
      - { category: pageBackground, colorMode: dark, extension: png, resourceId: one }
      - { category: formLogo, colorMode: light, extension: png, file: assets/logo.png }
`;
const branding = (name: string, input: object, setting: string): Case => ({
  name: `branding: ${name}`,
  spec: BRANDING,
  made: (ClientId) => [['CreateManagedLoginBranding', { ClientId, Settings: SETTINGS, Assets: ASSETS }]],
  done: (_web, { CreateManagedLoginBranding: ManagedLoginBrandingId }) => [
    ['UpdateManagedLoginBranding', { ManagedLoginBrandingId, ...input }],
  ],
  finds: ['drift/changed', `branding.web.${setting}`, 'warning', 'terraform'],
});

const LOGS = `logs:
  userNotification:
    logGroup: ${LogGroupArn}
  userAuthEvents:
    bucket: arn:aws:s3:::acme-events
`;
const messages = { EventSource: 'userNotification', LogLevel: 'ERROR', CloudWatchLogsConfiguration: { LogGroupArn } };
const events = {
  EventSource: 'userAuthEvents',
  LogLevel: 'INFO',
  S3Configuration: { BucketArn: 'arn:aws:s3:::acme-events' },
};
const logs = (name: string, LogConfigurations: object[], setting: string): Case => ({
  name: `logs: ${name}`,
  spec: LOGS,
  made: () => [['SetLogDeliveryConfiguration', { LogConfigurations: [events, messages] }]],
  done: () => [['SetLogDeliveryConfiguration', { LogConfigurations }]],
  finds: ['drift/changed', `logs.${setting}`, 'error', 'terraform'],
});

const TERMS = 'terms:\n  web/terms-of-use:\n    links: { "cognito:default": https://acme.example/terms }\n';
const document = (TermsName: string, ClientId: string) => ({
  ClientId,
  TermsName,
  TermsSource: 'LINK',
  Enforcement: 'NONE',
  Links: { 'cognito:default': 'https://acme.example/terms' },
});
const REPLICA = 'replicas:\n  eu-central-1:\n    tags: { team: identity }\n';
const replica: Call = ['CreateUserPoolReplica', { RegionName: 'eu-central-1', UserPoolTags: { team: 'identity' } }];

const CASES: readonly Case[] = [
  risk(
    'leaked passwords are let pass',
    { CompromisedCredentialsRiskConfiguration: { ...CREDENTIALS, Actions: { EventAction: 'NO_ACTION' } } },
    'compromisedCredentials',
    'error',
  ),
  risk(
    'leaked passwords are not looked up',
    { CompromisedCredentialsRiskConfiguration: undefined },
    'compromisedCredentials',
    'error',
  ),
  risk(
    'leaked passwords are looked up at sign-in only',
    { CompromisedCredentialsRiskConfiguration: { ...CREDENTIALS, EventFilter: ['SIGN_IN'] } },
    'compromisedCredentialsEvents',
    'error',
  ),
  risk('low risk is blocked', takeover(low('BLOCK')), 'lowRisk', 'error'),
  risk('low risk is told', takeover(low('NO_ACTION', true)), 'lowRiskNotify', 'warning'),
  risk('low risk is not rated', takeover({ HighAction: ACTIONS.HighAction }), 'lowRisk', 'error'),
  risk(
    'medium risk is rated',
    takeover({ ...ACTIONS, MediumAction: { EventAction: 'BLOCK', Notify: true } }),
    'mediumRisk',
    'error',
  ),
  risk('high risk needs MFA only', takeover(high('MFA_REQUIRED')), 'highRisk', 'error'),
  risk('high risk is not told', takeover(high('BLOCK', false)), 'highRiskNotify', 'error'),
  risk(
    'another identity sends',
    takeover(ACTIONS, { ...NOTIFY, SourceArn: `${SourceArn}.org` }),
    'notifyIdentity',
    'error',
  ),
  risk(
    'nothing is sent',
    { ...WHOLE, AccountTakeoverRiskConfiguration: { Actions: ACTIONS } },
    'notifyIdentity',
    'error',
  ),
  risk('another From', takeover(ACTIONS, { ...NOTIFY, From: 'eve@example.com' }), 'notifyFrom', 'warning'),
  risk('another Reply-To', takeover(ACTIONS, { ...NOTIFY, ReplyTo: 'eve@example.com' }), 'notifyReplyTo', 'warning'),
  risk('another subject', takeover(ACTIONS, { ...NOTIFY, BlockEmail: mail('Hi') }), 'blockedMailSubject', 'warning'),
  risk(
    'another text',
    takeover(ACTIONS, { ...NOTIFY, MfaEmail: { ...mail('MFA'), TextBody: 'Other.' } }),
    'mfaMailText',
    'warning',
  ),
  risk(
    'another HTML',
    takeover(ACTIONS, { ...NOTIFY, NoActionEmail: { ...mail('Allowed'), HtmlBody: '<b>Other</b>' } }),
    'allowedMailHtml',
    'warning',
  ),
  risk('a mail is gone', takeover(ACTIONS, { ...NOTIFY, NoActionEmail: undefined }), 'allowedMailSubject', 'warning'),
  risk(
    'an address is skipped',
    exceptions({ ...EXCEPTIONS, SkippedIPRangeList: ['198.51.100.0/24', '0.0.0.0/0'] }),
    'skippedIps',
    'error',
  ),
  risk(
    'an address is no longer blocked',
    exceptions({ ...EXCEPTIONS, BlockedIPRangeList: ['10.0.0.0/8'] }),
    'blockedIps',
    'error',
  ),
  {
    ...risk('the only list is gone, which Terraform cannot see', {}, 'skippedIps', 'error', 'fix'),
    spec: 'risk:\n  pool:\n    compromisedCredentials: block\n    skippedIps: [198.51.100.0/24]\n',
    made: () => [
      [
        'SetRiskConfiguration',
        {
          ...exceptions({ SkippedIPRangeList: ['198.51.100.0/24'] }),
          CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } },
        },
      ],
    ],
    done: () => [
      ['SetRiskConfiguration', { CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } } }],
    ],
  },
  {
    name: 'risk: a client gets its own',
    spec: RISK,
    made: () => [['SetRiskConfiguration', WHOLE]],
    done: (ClientId) => [['SetRiskConfiguration', { ClientId, ...exceptions({ SkippedIPRangeList: ['0.0.0.0/0'] }) }]],
    finds: ['drift/extra', 'risk.web', 'error', 'fix'],
  },
  {
    name: 'risk: the pool gets one',
    spec: '',
    done: () => [['SetRiskConfiguration', WHOLE]],
    finds: ['drift/extra', 'risk.pool', 'error', 'fix'],
  },
  {
    name: 'risk: that of a client is gone',
    spec: 'risk:\n  web:\n    compromisedCredentials: block\n',
    made: (ClientId) => [
      [
        'SetRiskConfiguration',
        { ClientId, CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } } },
      ],
    ],
    done: (ClientId) => [['SetRiskConfiguration', { ClientId }]],
    finds: ['drift/missing', 'risk.web', 'error', 'terraform'],
  },
  {
    name: 'hosted UI: other CSS',
    spec: UI,
    made: () => [['SetUICustomization', { CSS }]],
    done: () => [['SetUICustomization', { CSS: '.logo-customizable {}' }]],
    finds: ['drift/changed', 'hostedUi.pool.css', 'warning', 'terraform'],
  },
  {
    name: 'hosted UI: the image is gone, which Terraform cannot see',
    spec: LOGO,
    made: () => [['SetUICustomization', { CSS, ImageFile: BYTES }]],
    done: () => [['SetUICustomization', { CSS }]],
    finds: ['drift/changed', 'hostedUi.pool.image', 'warning', 'fix'],
  },
  {
    name: 'hosted UI: an image is added, which Terraform cannot see',
    spec: UI,
    made: () => [['SetUICustomization', { CSS }]],
    done: () => [['SetUICustomization', { CSS, ImageFile: BYTES }]],
    finds: ['drift/changed', 'hostedUi.pool.image', 'warning', 'fix'],
  },
  {
    name: 'hosted UI: a client gets its own',
    spec: UI,
    made: () => [['SetUICustomization', { CSS }]],
    done: (ClientId) => [['SetUICustomization', { ClientId, CSS: '.logo-customizable {}' }]],
    finds: ['drift/extra', 'hostedUi.web', 'warning', 'fix'],
  },
  branding('other settings', { Settings: { components: { a: { b: 2 }, c: [1, 2] } } }, 'settings'),
  branding('a list in another order', { Settings: { components: { a: { b: 1 }, c: [2, 1] } } }, 'settings'),
  branding('another image', { Assets: [asset(OTHER), ASSETS[1]] }, 'assets'),
  branding('another resource', { Assets: [ASSETS[0], { ...ASSETS[1], ResourceId: 'two' }] }, 'assets'),
  branding('one image more', { Assets: [...ASSETS, { ...asset(BYTES), ColorMode: 'DARK' }] }, 'assets'),
  branding('Cognito’s own', { UseCognitoProvidedValues: true }, 'cognitoDefaults'),
  {
    name: 'branding: a client gets one',
    spec: '',
    done: (ClientId) => [['CreateManagedLoginBranding', { ClientId, Settings: SETTINGS }]],
    finds: ['drift/extra', 'branding.web', 'warning', 'fix'],
  },
  logs(
    'another bucket',
    [messages, { ...events, S3Configuration: { BucketArn: 'arn:aws:s3:::eve' } }],
    'userAuthEvents',
  ),
  logs('one is gone', [events], 'userNotification'),
  {
    name: 'logs: another level, which no call sets',
    spec: LOGS,
    made: () => [['SetLogDeliveryConfiguration', { LogConfigurations: [events, messages] }]],
    done: () => [],
    seeded: (stored) => {
      stored.logDelivery.configurations = [events, { ...messages, LogLevel: 'INFO' }] as LogConfigurationType[];
    },
    finds: ['drift/changed', 'logs.userNotification', 'error', 'terraform'],
  },
  {
    name: 'logs: delivered where nobody asked for it',
    spec: '',
    done: () => [['SetLogDeliveryConfiguration', { LogConfigurations: [events] }]],
    finds: ['drift/changed', 'logs.userAuthEvents', 'error', 'fix'],
  },
  {
    name: 'terms: another link',
    spec: TERMS,
    made: (web) => [['CreateTerms', document('terms-of-use', web)]],
    done: (_web, { CreateTerms: TermsId }) => [
      ['UpdateTerms', { TermsId, Links: { 'cognito:default': 'https://eve.example' } }],
    ],
    finds: ['drift/changed', 'terms.web/terms-of-use.links', 'warning', 'fix'],
  },
  {
    name: 'terms: a language more',
    spec: TERMS,
    made: (web) => [['CreateTerms', document('terms-of-use', web)]],
    done: (web, { CreateTerms: TermsId }) => [
      ['UpdateTerms', { TermsId, Links: { ...document('', web).Links, 'cognito:french': 'https://eve.example' } }],
    ],
    finds: ['drift/changed', 'terms.web/terms-of-use.links', 'warning', 'fix'],
  },
  {
    name: 'terms: gone',
    spec: TERMS,
    made: (web) => [['CreateTerms', document('terms-of-use', web)]],
    done: (_web, { CreateTerms: TermsId }) => [['DeleteTerms', { TermsId }]],
    finds: ['drift/missing', 'terms.web/terms-of-use', 'error', 'fix'],
  },
  {
    name: 'terms: a privacy policy is added',
    spec: TERMS,
    made: (web) => [['CreateTerms', document('terms-of-use', web)]],
    done: (web) => [['CreateTerms', document('privacy-policy', web)]],
    finds: ['drift/extra', 'terms.web/privacy-policy', 'warning', 'fix'],
  },
  {
    name: 'sessions: not tracked',
    spec: '',
    done: () => [
      ['SetUserPoolSessionConfiguration', { UserSessionTracking: 'DISABLED', TokenSession: { MaxPerUser: 20 } }],
    ],
    finds: ['drift/changed', 'sessions.tracking', 'error', 'fix'],
  },
  {
    name: 'sessions: more of them',
    spec: '',
    done: () => [
      ['SetUserPoolSessionConfiguration', { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 99 } }],
    ],
    finds: ['drift/changed', 'sessions.maxPerUser', 'error', 'fix'],
  },
  {
    name: 'sessions: a client takes them up for longer',
    spec: '',
    done: (ClientId) => [
      ['SetUserPoolClientSessionConfiguration', { ClientId, SSOSession: { MaxValidityMinutes: 129600 } }],
    ],
    finds: ['drift/changed', 'clients.web.ssoMinutes', 'error', 'fix'],
  },
  {
    name: 'secrets: a client without one gets one',
    spec: '',
    done: (ClientId) => [['AddUserPoolClientSecret', { ClientId }]],
    finds: ['drift/changed', 'clients.web.secret', 'error', 'nobody'],
  },
  {
    name: 'replicas: users may sign in there',
    spec: REPLICA,
    made: () => [replica],
    done: () => [['UpdateUserPoolReplica', { RegionName: 'eu-central-1', Status: 'ACTIVE' }]],
    finds: ['drift/changed', 'replicas.eu-central-1.status', 'error', 'fix'],
  },
  {
    name: 'replicas: gone',
    spec: REPLICA,
    made: () => [replica],
    done: () => [['DeleteUserPoolReplica', { RegionName: 'eu-central-1' }]],
    finds: ['drift/missing', 'replicas.eu-central-1', 'error', 'fix'],
  },
  {
    name: 'replicas: one is made',
    spec: '',
    done: () => [replica],
    finds: ['drift/extra', 'replicas.eu-central-1', 'error', 'fix'],
  },
];

const files = {
  stat: () => ({ kind: 'file' as const, size: BYTES.length }),
  list: () => [],
  ...reading(() => BYTES),
};

function subject(spec: string, userPoolId: string): Subject {
  const read = subjectOf(HEAD + spec, { userPoolId });
  const embedded = embed(read.document, read.spec as PoolSpec, files);
  expect(embedded.findings).toEqual([]);
  return { ...read, spec: embedded.spec };
}

interface Pool {
  readonly sandbox: Cloud;
  readonly audited: Subject;
  readonly userPoolId: string;
  readonly web: string;
  readonly ids: Ids;
}

async function pool({ spec, made }: Case): Promise<Pool> {
  const sandbox = await cloud();
  const userPoolId = await sandbox.pool({ PoolName: 'acme', ...PLUS });
  const { UserPoolClient } = await sandbox.call('CreateUserPoolClient', { ClientName: 'web' });
  await sandbox.call('CreateUserPoolDomain', { Domain: 'acme-login' });
  const tracked = { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 20 } };
  await sandbox.call('SetUserPoolSessionConfiguration', tracked);
  const web = UserPoolClient.ClientId as string;
  const ids: Record<string, string> = {};
  for (const [operation, input] of made?.(web) ?? []) {
    const answer = await sandbox.call(operation, input);
    ids[operation] = answer.Terms?.TermsId ?? answer.ManagedLoginBranding?.ManagedLoginBrandingId;
  }
  const audited = subject(spec, userPoolId);
  const { findings, coverage } = await sandbox.audit(audited);
  expect(findings, 'before').toEqual([]);
  expect(coverage.unchecked, 'before').toEqual([]);
  return { sandbox, audited, userPoolId, web, ids };
}

describe.each(CASES.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  it('is one finding', async () => {
    const { sandbox, audited, web, ids, userPoolId } = await pool(one);
    for (const [operation, input] of one.done(web, ids)) await sandbox.call(operation, input);
    if (one.seeded) sandbox.sandbox.seed(userPoolId, one.seeded);
    const { findings } = await sandbox.audit(audited);
    expect(findings.map((found) => [found.rule, found.setting, found.severity, found.convergedBy])).toEqual([
      one.finds,
    ]);
  });

  if (one.finds[3] === 'fix')
    it('is gone after fix, and nothing else moved', async () => {
      const { sandbox, audited, web, ids } = await pool(one);
      for (const [operation, input] of one.done(web, ids)) await sandbox.call(operation, input);
      const { findings: before } = await sandbox.audit(audited);
      const deletions = before.flatMap(({ change }) => (change?.kind === 'extra' ? [change.address] : []));
      const { audit, findings, steps } = await sandbox.fix(audited, deletions);
      expect(findings).toEqual([]);
      expect(steps).toHaveLength(1);
      expect(audit.findings).toEqual([]);
    });
});

describe('what could not be read', () => {
  const denied = { type: 'AccessDeniedException', message: 'no' };
  const operations = [
    ['DescribeRiskConfiguration', ['risk']],
    ['GetUICustomization', ['hostedUi']],
    ['DescribeManagedLoginBrandingByClient', ['branding.web']],
    ['GetLogDeliveryConfiguration', ['logs']],
    ['ListTerms', ['terms']],
    ['GetUserPoolSessionConfiguration', ['sessions']],
    ['ListUserPoolReplicas', ['replicas']],
    ['GetUserPoolClientSessionConfiguration', ['clients.web.ssoMinutes']],
    ['ListUserPoolClientSecrets', ['clients.web.maxSecrets', 'clients.web.secretMaxAgeDays']],
  ] as const;

  it.each(operations)('%s makes only %s unchecked', async (operation, settings) => {
    const sandbox = await cloud({ faults: [{ operation, error: denied }] });
    const userPoolId = await sandbox.pool({ PoolName: 'acme', ...PLUS });
    await sandbox.call('CreateUserPoolClient', { ClientName: 'web' });
    await sandbox.call('CreateUserPoolDomain', { Domain: 'acme-login' });
    await sandbox.call('SetUserPoolSessionConfiguration', {
      UserSessionTracking: 'ENABLED',
      TokenSession: { MaxPerUser: 20 },
    });
    const { findings, coverage } = await sandbox.audit(subject('', userPoolId));
    expect(findings.map(({ rule }) => rule)).toEqual(settings.map(() => 'drift/unchecked'));
    expect(coverage.unchecked.map(({ setting }) => setting)).toEqual(settings);
  });

  it('is not missed where the pool has no threat protection', async () => {
    const error = { type: 'UserPoolAddOnNotEnabledException', message: 'no' };
    const sandbox = await cloud({ faults: [{ operation: 'DescribeRiskConfiguration', error }] });
    const userPoolId = await sandbox.pool({ PoolName: 'acme' });
    const { findings, coverage } = await sandbox.audit(subjectOf('', { userPoolId }));
    expect(findings).toEqual([]);
    expect(coverage.unchecked).toEqual([]);
  });
});

it('says of an image only that it is there', async () => {
  const one = CASES.find(({ name }) => name.startsWith('hosted UI: the image is gone')) as Case;
  const { sandbox, audited } = await pool(one);
  const { coverage } = await sandbox.audit(audited);
  expect(coverage.unverifiable.map(({ setting }) => setting)).toEqual(['hostedUi.pool.image']);
});

it('finds a second secret', async () => {
  const sandbox = await cloud();
  const userPoolId = await sandbox.pool({ PoolName: 'acme' });
  const { UserPoolClient } = await sandbox.call('CreateUserPoolClient', { ClientName: 'web', GenerateSecret: true });
  const spec = (more: string) => subjectOf(`clients:\n  web:\n    secret: true\n${more}`, { userPoolId });
  expect((await sandbox.audit(spec(''))).findings).toEqual([]);
  await sandbox.call('AddUserPoolClientSecret', { ClientId: UserPoolClient.ClientId });
  const { findings } = await sandbox.audit(spec(''));
  expect(findings.map(({ setting, severity }) => [setting, severity])).toEqual([['clients.web.maxSecrets', 'error']]);
  expect((await sandbox.audit(spec('    maxSecrets: 2\n'))).findings).toEqual([]);
});

describe('the age of a secret', () => {
  it('is a limit', async () => {
    const year = 365 * 24 * 60 * 60 * 1000;
    const sandbox = await cloud({ now: () => new Date(Date.now() - year) });
    const userPoolId = await sandbox.pool({ PoolName: 'acme' });
    await sandbox.call('CreateUserPoolClient', { ClientName: 'web', GenerateSecret: true });
    const spec = (days: number) =>
      subjectOf(`clients:\n  web:\n    secret: true\n    secretMaxAgeDays: ${days}\n`, { userPoolId });
    expect((await sandbox.audit(spec(366))).findings).toEqual([]);
    const { findings } = await sandbox.audit(spec(90));
    expect(findings.map(({ setting }) => setting)).toEqual(['clients.web.secretMaxAgeDays']);
    expect(JSON.stringify(findings)).not.toContain('redacted');
  });
});
