import { document, mayPublish, type Seed, trust } from '../seed.js';
import { type Case, POOL, POOLS } from './case.js';
import { spend } from './sms.js';

export const given = (more = '  externalId: acme\n'): string =>
  `smsSender:\n  role: arn:aws:iam::123456789012:role/service-role/sms\n${more}`;
export const external = (id: unknown) => ({ StringEquals: { 'sts:ExternalId': id } });
/** A role that may publish, trusted as given. */
const trusted =
  (policy: string, more?: string) =>
  async (seed: Seed): Promise<string> => {
    await seed.role('sms', policy);
    await seed.inline('sms', mayPublish);
    return given(more);
  };
const bad = { ...spend, finds: ['error sms-role-trust smsSender.role'] };
/** Of a condition that nobody can judge here. */
const unknown = { ...spend, unchecked: { 'smsSender.role': /^sms-role: the trust policy of sms has conditions/ } };

export const roles: readonly Case[] = [
  { is: 'a role that asks for the external id', spec: trusted(trust(external('acme'))), ...spend },
  { is: 'a role that asks for one of several', spec: trusted(trust(external(['other', 'acme']))), ...spend },
  { is: 'a role that asks for nothing', spec: trusted(trust()), ...spend },
  { is: 'a role of an older form', spec: trusted(trust({ StringLike: { 'STS:externalid': 'ac*' } })), ...spend },
  {
    is: 'a role for this account and any pool of it',
    spec: trusted(
      trust({
        ...external('acme'),
        StringLike: { 'aws:SourceAccount': '123456789012' },
        ArnLike: { 'aws:SourceArn': `${POOLS}*` },
      }),
    ),
    ...spend,
  },
  {
    is: 'a role for this pool',
    poolId: 'us-east-1_AbCdEfGhI',
    spec: trusted(trust({ ArnEquals: { 'aws:SourceArn': POOL } })),
    ...spend,
  },
  { is: 'no role', spec: () => given(), ...spend, finds: ['error sms-role-missing smsSender.role'] },
  { is: 'a role that asks for another external id', spec: trusted(trust(external('else'))), ...bad },
  { is: 'a role that asks for an external id that the spec lacks', spec: trusted(trust(external('acme')), ''), ...bad },
  { is: 'a role for somebody else', spec: trusted(trust().replace('cognito-idp', 'lambda')), ...bad },
  {
    is: 'a role that may be tagged, not assumed',
    spec: trusted(trust().replace('sts:AssumeRole', 'sts:TagSession')),
    ...bad,
  },
  {
    is: 'a role for another account',
    spec: trusted(trust({ StringEquals: { 'aws:SourceAccount': '210987654321' } })),
    ...bad,
  },
  {
    is: 'a role for the pools of another Region',
    spec: trusted(trust({ ArnLike: { 'aws:SourceArn': `${POOLS.replace('us-east-1', 'eu-west-1')}*` } })),
    ...bad,
  },
  {
    is: 'a role for another pool',
    poolId: 'us-east-1_Other',
    spec: trusted(trust({ ArnEquals: { 'aws:SourceArn': POOL } })),
    ...bad,
  },
  {
    is: 'a role for one pool, before there is any',
    spec: trusted(trust({ ArnEquals: { 'aws:SourceArn': POOL } })),
    ...unknown,
  },
  {
    is: 'a role with a condition of another kind',
    spec: trusted(trust({ Bool: { 'aws:SecureTransport': 'true' } })),
    ...unknown,
  },
  {
    is: 'a role that Cognito is denied',
    spec: trusted(document(...JSON.parse(trust()).Statement, { Effect: 'Deny', Principal: '*', Action: 'sts:*' })),
    ...bad,
  },
];
