import { describe, expect, it } from 'vitest';
import { begins, judgePolicies, type Request, type Verdict } from '../../src/preflight/policy.js';

const POOLS = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_';
const asked: Request = {
  action: 'sts:AssumeRole',
  service: 'cognito-idp.amazonaws.com',
  context: { 'sts:externalid': 'acme', 'aws:sourceaccount': undefined, 'aws:sourcearn': begins(POOLS) },
};
const cognito = { Service: ['lambda.amazonaws.com', 'cognito-idp.amazonaws.com'] };
const allow = { Effect: 'Allow', Action: ['sts:*'], Principal: cognito };
const when = (Condition: object) => [{ ...allow, Condition }];

/** Statements, and what they say to Cognito. */
const CASES: Readonly<Record<string, readonly [readonly object[], Verdict]>> = {
  'nothing at all': [[], 'denied'],
  'several services': [[allow], 'allowed'],
  everybody: [[{ ...allow, Principal: '*' }], 'allowed'],
  'every AWS principal': [[{ ...allow, Principal: { AWS: '*' } }], 'unknown'],
  'an account': [[{ ...allow, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }], 'denied'],
  'nobody but': [[{ ...allow, Principal: undefined, NotPrincipal: { AWS: '1' } }], 'unknown'],
  'every action but another': [[{ ...allow, Action: undefined, NotAction: 'sts:TagSession' }], 'allowed'],
  'every action but this': [[{ ...allow, Action: undefined, NotAction: 'STS:assume*' }], 'denied'],
  'a denial elsewhere': [[allow, { ...allow, Effect: 'Deny', Action: 's3:*' }], 'allowed'],
  'a denial': [[allow, { ...allow, Effect: 'Deny' }], 'denied'],
  'a denial on a doubtful condition': [
    [allow, { ...allow, Effect: 'Deny', Condition: { Bool: { 'aws:x': 'true' } } }],
    'unknown',
  ],
  'a doubtful denial of what is not allowed': [
    [{ ...allow, Effect: 'Deny', Condition: { Bool: { 'aws:x': 'true' } } }],
    'denied',
  ],
  'a key that nobody sent': [when({ StringEquals: { 'aws:SourceAccount': '1' } }), 'denied'],
  'a key that may be missing': [when({ StringEqualsIfExists: { 'aws:SourceAccount': '1' } }), 'allowed'],
  'a key that is not known here': [when({ StringEquals: { 'aws:PrincipalOrgID': 'o' } }), 'unknown'],
  'a negation': [when({ StringNotEquals: { 'sts:ExternalId': 'acme' } }), 'unknown'],
  'letters of another case': [when({ StringEqualsIgnoreCase: { 'sts:ExternalId': 'ACME' } }), 'allowed'],
  'a star that is no wildcard': [when({ StringEquals: { 'sts:ExternalId': 'ac*' } }), 'denied'],
  'a question mark': [when({ StringLike: { 'sts:ExternalId': 'a?me' } }), 'allowed'],
  'a dot that is a dot': [when({ StringLike: { 'sts:ExternalId': 'ac.e' } }), 'denied'],
  'a policy variable': [when({ StringLike: { 'sts:ExternalId': '${aws:PrincipalTag/x}' } }), 'unknown'],
  'all of two conditions': [
    when({ StringEquals: { 'sts:ExternalId': 'acme' }, ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::b' } }),
    'denied',
  ],
  'any pool': [when({ ArnLike: { 'AWS:SourceArn': 'arn:aws:cognito-idp:*:123456789012:userpool/*' } }), 'allowed'],
  'any pool of the Region': [when({ ArnLike: { 'aws:SourceArn': `${POOLS}*` } }), 'allowed'],
  'some pool of the Region': [when({ ArnLike: { 'aws:SourceArn': `${POOLS}AbC` } }), 'unknown'],
  'one pool, letter by letter': [when({ StringEquals: { 'aws:SourceArn': `${POOLS}AbC` } }), 'unknown'],
  'a pool of another account': [when({ ArnLike: { 'aws:SourceArn': POOLS.replace('1234', '4321') } }), 'denied'],
  'pools of another Region, letter by letter': [
    when({ StringEquals: { 'aws:SourceArn': POOLS.replace('us-east-1', 'eu-west-1') } }),
    'denied',
  ],
};

describe('a policy lets Cognito in', () => {
  it.each(Object.entries(CASES))('%s', (_, [Statement, verdict]) => {
    expect(judgePolicies([JSON.stringify({ Statement })], asked)).toBe(verdict);
  });

  it('with one statement that is no list', () => {
    expect(judgePolicies([JSON.stringify({ Statement: allow })], asked)).toBe('allowed');
  });

  it.each(['', '{', 'null', '{"Statement": 1}', '[]'])('of %j nobody knows, or nothing is allowed', (document) => {
    expect(['unknown', 'denied']).toContain(judgePolicies([document], asked));
    expect(judgePolicies([document, JSON.stringify({ Statement: allow })], asked)).not.toBe('denied');
  });
});
