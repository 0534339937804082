import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, it } from 'vitest';
import { expression } from '../../src/sandbox/model/constraints.js';
import { requests } from '../../src/sandbox/model/index.js';
import type { Shape } from '../../src/sandbox/model/shape.js';
import { validate } from '../../src/sandbox/model/validate.js';

const policy = (PasswordPolicy: object) => ({ PoolName: 'p', Policies: { PasswordPolicy } });
const template = (VerificationMessageTemplate: object) => ({ PoolName: 'p', VerificationMessageTemplate });
const must = (value: string, path: string, words: string) =>
  `Value '${value}' at '${path}' failed to satisfy constraint: ${words}`;
const one = (value: string, path: string, words: string) => `1 validation error detected: ${must(value, path, words)}`;
const pattern = (text: string) => `Member must satisfy regular expression pattern: ${text}`;
const code = String.raw`(?s).*\{####\}(?s).*`;
const mail = String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*`;
const link = String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{##[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*##\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*`;

/** Operation, request, and AWS's words as recorded from real deployments. */
const recorded: [string, object, string][] = [
  [
    'CreateUserPool',
    policy({ MinimumLength: 4 }),
    one('4', 'policies.passwordPolicy.minimumLength', 'Member must have value greater than or equal to 6'),
  ],
  [
    'CreateUserPool',
    policy({ PasswordHistorySize: 25 }),
    one('25', 'policies.passwordPolicy.passwordHistorySize', 'Member must have value less than or equal to 24'),
  ],
  [
    'CreateUserPool',
    { PoolName: 'p', AdminCreateUserConfig: { UnusedAccountValidityDays: 366 } },
    one('366', 'adminCreateUserConfig.unusedAccountValidityDays', 'Member must have value less than or equal to 365'),
  ],
  ['CreateUserPool', { PoolName: 'テスト用' }, one('????', 'poolName', pattern(String.raw`[\w\s+=,.@-]+`))],
  [
    'CreateUserPool',
    { PoolName: 'p', SmsAuthenticationMessage: 'Your MFA code.' },
    one('Your MFA code.', 'smsAuthenticationMessage', pattern(code)),
  ],
  [
    'CreateUserPool',
    { PoolName: 'p', SmsVerificationMessage: 'Your verification code.' },
    one('Your verification code.', 'smsVerificationMessage', pattern(code)),
  ],
  [
    'CreateUserPool',
    template({ EmailMessage: 'Your code.' }),
    one('Your code.', 'verificationMessageTemplate.emailMessage', pattern(mail)),
  ],
  [
    'CreateUserPool',
    template({ SmsMessage: 'Your code.' }),
    one('Your code.', 'verificationMessageTemplate.smsMessage', pattern(code)),
  ],
  [
    'CreateUserPool',
    template({ EmailMessageByLink: 'Click to verify.' }),
    one('Click to verify.', 'verificationMessageTemplate.emailMessageByLink', pattern(link)),
  ],
  [
    'CreateUserPool',
    template({ EmailSubject: 'S'.repeat(141) }),
    one(
      'S'.repeat(141),
      'verificationMessageTemplate.emailSubject',
      'Member must have length less than or equal to 140',
    ),
  ],
  [
    'CreateUserPool',
    { PoolName: 'p', EmailConfiguration: { ReplyToEmailAddress: 'not an address' } },
    one(
      'not an address',
      'emailConfiguration.replyToEmailAddress',
      pattern(String.raw`[\p{L}\p{M}\p{S}\p{N}\p{P}]+@[\p{L}\p{M}\p{S}\p{N}\p{P}]+`),
    ),
  ],
  [
    'CreateResourceServer',
    { UserPoolId: 'us-east-1_a', Identifier: 'my api', Name: 'api' },
    one('my api', 'identifier', pattern(String.raw`[\x21\x23-\x5B\x5D-\x7E]+`)),
  ],
  [
    'CreateIdentityProvider',
    { UserPoolId: 'us-east-1_a', ProviderName: 'p'.repeat(33), ProviderType: 'SAML', ProviderDetails: {} },
    must('p'.repeat(33), 'providerName', 'Member must have length less than or equal to 32'),
  ],
  [
    'CreateUserPoolDomain',
    { UserPoolId: 'us-east-1_a', Domain: 'a'.repeat(64) },
    one('a'.repeat(64), 'domain', 'Member must have length less than or equal to 63'),
  ],
  [
    'SetRiskConfiguration',
    {
      UserPoolId: 'us-east-1_a',
      CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'MFA_REQUIRED' } },
    },
    one(
      'MFA_REQUIRED',
      'compromisedCredentialsRiskConfiguration.actions.eventAction',
      'Member must satisfy enum value set: [BLOCK, NO_ACTION]',
    ),
  ],
  [
    'CreateUserPool',
    {
      PoolName: 'p',
      AccountRecoverySetting: {
        RecoveryMechanisms: ['verified_email', 'verified_phone_number', 'admin_only'].map((Name, i) => ({
          Name,
          Priority: i + 1,
        })),
      },
    },
    "2 validation errors detected: Value '[RecoveryOptionType(priority=1, name=verified_email), RecoveryOptionType(priority=2, name=verified_phone_number), RecoveryOptionType(priority=3, name=admin_only)]' at 'accountRecoverySetting.recoveryMechanisms' failed to satisfy constraint: Member must have length less than or equal to 2",
  ],
  [
    'CreateUserPool',
    { PoolName: 'p', Schema: Array.from({ length: 51 }, (_, i) => ({ Name: `c${i}`, AttributeDataType: 'String' })) },
    "1 validation error detected: Value '[SchemaAttributeType(name=c0, attributeDataType=String, developerOnlyAttribute=null,",
  ],
  [
    'CreateResourceServer',
    {
      UserPoolId: 'us-east-1_a',
      Identifier: 'api',
      Name: 'api',
      Scopes: Array.from({ length: 101 }, (_, i) => ({ ScopeName: `s${i}`, ScopeDescription: 'd' })),
    },
    "1 validation error detected: Value '[ResourceServerScopeType(scopeName=s0, scopeDescription=d), ",
  ],
  [
    'CreateIdentityProvider',
    {
      UserPoolId: 'us-east-1_a',
      ProviderName: 'corp',
      ProviderType: 'SAML',
      ProviderDetails: {},
      IdpIdentifiers: Array.from({ length: 51 }, (_, i) => `id${i}`),
    },
    "1 validation error detected: Value '[id0, id1, id2, ",
  ],
];

const words = (operation: string, body: object): string => {
  const shape = requests[operation];
  if (!shape) throw new Error(operation);
  try {
    validate(shape, body);
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

describe('the bounds of the API model', () => {
  it.each(recorded)('%s: AWS’s words (case %#)', (operation, body, expected) => {
    expect(words(operation, body)).toContain(expected);
  });

  it('demand what is required', () => {
    expect(words('CreateUserPool', {})).toBe(
      "1 validation error detected: Value null at 'poolName' failed to satisfy constraint: Member must not be null",
    );
  });

  it('are said of the whole list when an entry breaks them', () => {
    expect(words('CreateUserPool', { PoolName: 'p', AutoVerifiedAttributes: ['name'] })).toBe(
      one(
        '[name]',
        'autoVerifiedAttributes',
        'Member must satisfy constraint: [Member must satisfy enum value set: [phone_number, email]]',
      ),
    );
  });

  it('never repeat a secret', () => {
    const said = words('AdminSetUserPassword', { UserPoolId: 'us-east-1_a', Username: 'u', Password: 'has a space' });
    expect(said).toBe(
      `1 validation error detected: Value at 'password' failed to satisfy constraint: ${pattern(String.raw`[\S]+`)}`,
    );
  });

  it('tell a wrong JSON type apart from a wrong value', () => {
    expect(words('DescribeUserPool', { UserPoolId: 5 })).toBe('NUMBER_VALUE can not be converted to string');
  });

  it('ignore members that nobody knows, and JSON null', () => {
    const shape = requests['DescribeUserPool'];
    expect(shape && validate(shape, { UserPoolId: 'us-east-1_a', Nonsense: 1, Other: null })).toEqual({
      UserPoolId: 'us-east-1_a',
    });
  });

  it('have patterns that JavaScript can read', () => {
    const patterns = [...new Set(Object.values(requests).flatMap(patternsOf))];
    expect(patterns.length).toBeGreaterThan(20);
    for (const text of patterns) expect(() => expression(text), text).not.toThrow();
  });
});

function patternsOf(shape: Shape): string[] {
  switch (shape.kind) {
    case 'text':
      return shape.pattern === undefined ? [] : [shape.pattern];
    case 'list':
      return patternsOf(shape.member);
    case 'map':
      return [shape.key, shape.value].flatMap(patternsOf);
    case 'structure':
      return Object.values(shape.members).flatMap(patternsOf);
    default:
      return [];
  }
}

/** A structure of the SDK: [3, namespace, name, traits, member names, member types, number of required members]. */
type SdkStructure = [3, string, string, unknown, string[], unknown[], number?];

describe('the requests', () => {
  it.each(Object.keys(requests))('%s has exactly the members of the SDK', (operation) => {
    const found: string[] = [];
    const expected: string[] = [];
    collect(requests[operation] as Shape, '', found);
    collectSdk((sdk as Record<string, any>)[`${operation}$`][4], '', expected);
    expect(found.sort()).toEqual(expected.sort());
  });
});

function collect(shape: Shape, path: string, into: string[]): void {
  if (shape.kind === 'list') collect(shape.member, path, into);
  if (shape.kind === 'map') collect(shape.value, path, into);
  if (shape.kind !== 'structure') return;
  for (const [name, member] of Object.entries(shape.members)) {
    into.push(`${path}${name}${shape.required.includes(name) ? '!' : ''}`);
    collect(member, `${path}${name}.`, into);
  }
}

function collectSdk(given: unknown, path: string, into: string[]): void {
  const schema = typeof given === 'function' ? (given as () => unknown)() : given;
  if (!Array.isArray(schema)) return;
  if (schema[0] === 1) collectSdk(schema[4], path, into);
  else if (schema[0] === 2) collectSdk(schema[5], path, into);
  else if (schema[0] === 3) {
    const [, , , , names, types, required = 0] = schema as unknown as SdkStructure;
    names.forEach((name, index) => {
      into.push(`${path}${name}${index < required ? '!' : ''}`);
      collectSdk(types[index], `${path}${name}.`, into);
    });
  } else if (typeof schema[0] === 'function') collectSdk(schema[0], path, into);
}
