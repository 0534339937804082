import { expect, it } from 'vitest';
import type { PoolSpec } from '../../src/facets/index.js';
import { RULE_SETS } from '../../src/model/rule.js';
import { wholeSpec } from '../../src/rules/example.js';
import { posture, refusals } from '../../src/rules/run.js';
import { parseSpec } from '../../src/spec/parse.js';

const CUSTOM = `
pool:
  region: us-gov-west-1
clients:
  web:
    oauthFlows: [code]
    oauthScopes: [openid]
    callbackUrls: [https://app.example.com/callback]
domains:
  auth.example.com:
    certificate: arn:aws-us-gov:acm:us-gov-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555
    managedLoginVersion: 2
`;

it('a custom domain in GovCloud is refused, and no other rule has an opinion about it', () => {
  const { document } = parseSpec('pool.yaml', new TextEncoder().encode(wholeSpec(CUSTOM)));
  if (!document) throw new Error('no document');
  const spec = document.value as PoolSpec;
  const choice = { sets: RULE_SETS, severity: {} };
  const found = [refusals, posture].flatMap((judge) => judge(document, spec, choice, '2026-01-01'));
  const about = found.filter(({ setting = '' }) => setting.startsWith('domains'));
  expect([...new Set(about.map(({ rule }) => rule))]).toEqual(['govcloud-lacks-feature']);
});
