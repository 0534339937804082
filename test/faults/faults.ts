import type { Patience } from '../../src/aws/open.js';
import type { FaultRule } from '../../src/sandbox/faults.js';

/** What may befall an operation, and what an audit has to make of it. */
export interface Befalls {
  readonly name: string;
  readonly rules: (operation: string) => readonly FaultRule[];
  /** Only what lists, or only what describes; absent: any operation. */
  readonly only?: RegExp;
  /** `clean`: it passes, and all is read. `unchecked`: what was not read is said to be so. */
  readonly outcome: 'clean' | 'unchecked';
  /** What an answer that never comes is worth waiting for. */
  readonly patience?: Partial<Patience>;
}

const error = (type: string, message: string, status = 400) => ({ type, message, status });
const DENIED = error('AccessDeniedException', 'User: arn:aws:iam::123456789012:user/audit is not authorized');
const THROTTLED = error('TooManyRequestsException', 'Too many requests');
const BROKEN = error('InternalErrorException', 'Internal server error', 500);
const EXPIRED = error('ExpiredTokenException', 'The security token included in the request is expired');
const NO_POOL = error('ResourceNotFoundException', 'User pool us-east-1_aaaaaaaaa does not exist.');
const NO_OBJECT = error('ResourceNotFoundException', 'User pool client 1example23456789 does not exist.');

const one = (rule: FaultRule) => (operation: string) => [{ operation, ...rule }];

/** This operation and every later call, whatever it is. */
const fromThenOn = (rule: FaultRule) => (operation: string) => {
  let begun = false;
  return [
    {
      ...rule,
      when: (called: string) => {
        begun ||= called === operation;
        return begun;
      },
    },
  ];
};

/** The first page again and again, with a token for more. */
function samePage(operation: string): readonly FaultRule[] {
  let first: string | undefined;
  return [
    {
      operation,
      alter: (answer) => {
        const member = operation === 'ListUsers' ? 'PaginationToken' : 'NextToken';
        first ??= JSON.stringify({ ...JSON.parse(answer.body), [member]: 'again' });
        return { status: 200, body: first };
      },
    },
  ];
}

/** The same body with every answer's member changed, or another body. */
const body = (change: (body: string) => string) =>
  one({ alter: (answer) => ({ ...answer, body: change(answer.body) }) });

/** Every member of another JSON type. */
function otherTypes(text: string): string {
  const other = (value: unknown) => (typeof value === 'object' ? (Array.isArray(value) ? {} : 'text') : []);
  return JSON.stringify(
    Object.fromEntries(Object.entries(JSON.parse(text)).map(([name, value]) => [name, other(value)])),
  );
}

const NAMING = /^(Id|Arn|UserPoolId|ClientId|Domain|ProviderName|TermsId|ClientSecretId|UserPoolArn|Username)$/;

/** What names an object names another one. */
function otherObject(text: string): string {
  const answer = JSON.parse(text, (name, value) =>
    NAMING.test(name) && typeof value === 'string' ? value.replace(/[^-:/_]{3}/g, 'zzz') : value,
  );
  return JSON.stringify(answer);
}

const PAGE = '<!DOCTYPE html><html><body>Please sign in to the network.</body></html>';

export const FAULTS: readonly Befalls[] = [
  { name: 'access denied', rules: one({ error: DENIED }), outcome: 'unchecked' },
  { name: 'throttled, then fine', rules: one({ error: THROTTLED, times: 1 }), outcome: 'clean' },
  { name: 'throttled for ever', rules: one({ error: THROTTLED }), outcome: 'unchecked' },
  { name: '500, then fine', rules: one({ error: BROKEN, times: 1 }), outcome: 'clean' },
  { name: '500 for ever', rules: one({ error: BROKEN }), outcome: 'unchecked' },
  { name: 'connection reset, then fine', rules: one({ line: 'reset', times: 1 }), outcome: 'clean' },
  { name: 'connection reset for ever', rules: one({ line: 'reset' }), outcome: 'unchecked' },
  { name: 'stalled', rules: one({ line: 'stall' }), outcome: 'unchecked', patience: { attempts: 2, answerMs: 400 } },
  {
    name: 'malformed body',
    rules: one({ alter: (answer) => ({ ...answer, body: answer.body.slice(0, -3) }) }),
    outcome: 'unchecked',
  },
  { name: 'cut within the body, then fine', rules: one({ line: 'cut', times: 1 }), outcome: 'clean' },
  { name: 'cut within the body for ever', rules: one({ line: 'cut' }), outcome: 'unchecked' },
  { name: 'one byte at a time', rules: one({ line: 'drip' }), outcome: 'unchecked', patience: { wholeMs: 400 } },
  { name: 'a web page', rules: body(() => PAGE), outcome: 'unchecked' },
  { name: '`{}`', rules: body(() => '{}'), outcome: 'unchecked' },
  { name: 'empty body', rules: body(() => ''), outcome: 'unchecked' },
  { name: '`null`', rules: body(() => 'null'), outcome: 'unchecked' },
  { name: 'members of other types', rules: body(otherTypes), outcome: 'unchecked' },
  {
    name: 'about another object',
    rules: body(otherObject),
    // The answers of these name none.
    only: /^(?!GetUserPoolMfaConfig$|ListIdentityProviders$|ListTerms$|ListUserPools$)/,
    outcome: 'unchecked',
  },
  { name: 'page token repeats', rules: samePage, only: /^List/, outcome: 'unchecked' },
  {
    name: 'object deleted between list and describe',
    rules: one({ error: NO_OBJECT }),
    only: /^(Describe(?!UserPool$)|GetUserPoolClient|ListUserPoolClientSecrets|GetUICustomization)/,
    outcome: 'unchecked',
  },
  { name: 'pool deleted from here on', rules: fromThenOn({ error: NO_POOL }), outcome: 'unchecked' },
  { name: 'credentials expired from here on', rules: fromThenOn({ error: EXPIRED }), outcome: 'unchecked' },
];
