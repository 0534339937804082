// The hosts of a load balancer mean what the long form says, and nothing that the YAML says otherwise.
import { describe, expect, it } from 'vitest';
import { pull } from '../../src/pull/pull.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { resources } from '../../src/synth/resources.js';
import { cloud } from '../harness/cloud.js';
import { subjectOf } from '../harness/specs.js';
import { SECTIONS } from '../harness/twin.js';

const SHORT = `
clients:
  alb:
    loadBalancer: [Intranet-12.us-east-1.elb.amazonaws.com]
    callbackUrls: [https://intranet.example.com/callback]
`;
const LONG = `
clients:
  alb:
    type: confidential
    secret: true
    oauthFlows: [code]
    oauthScopes: [openid]
    callbackUrls:
      - https://intranet.example.com/callback
      - https://intranet-12.us-east-1.elb.amazonaws.com/oauth2/idpresponse
`;

const settingsOf = (yaml: string) => {
  const { loadBalancer: _, ...settings } = Object.fromEntries(
    desired(subjectOf(yaml).spec).entries.get('clients/alb')?.settings ?? [],
  );
  return settings;
};
const client = (yaml: string) => {
  const { spec } = subjectOf(yaml);
  return resources(desired(spec), identityOf(spec)).find(({ type }) => type === 'aws_cognito_user_pool_client');
};

describe('loadBalancer', () => {
  it('means the long form, to the audit and to Terraform', () => {
    expect(settingsOf(SHORT)).toEqual(settingsOf(LONG));
    expect(client(SHORT)).toEqual(client(LONG));
    expect(client(LONG)?.arguments).toMatchObject({ generateSecret: true });
  });

  it('leaves what the YAML says', () => {
    const said = 'secret: false, oauthFlows: [code, implicit], oauthScopes: [email], type: public';
    expect(settingsOf(`clients: {alb: {loadBalancer: [a.example], ${said}}}`)).toMatchObject({
      type: { value: 'public' },
      secret: { value: false },
      maxSecrets: { value: 0 },
      oauthFlows: { value: ['code', 'implicit'] },
      oauthScopes: { value: ['email'] },
      callbackUrls: { value: ['https://a.example/oauth2/idpresponse'] },
    });
  });

  it('audits clean where it is deployed, and is pulled in the long form', async () => {
    const live = await cloud();
    const UserPoolId = await live.pool({ PoolName: 'acme' });
    await live.call('CreateUserPoolClient', {
      UserPoolId,
      ClientName: 'alb',
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: [
        'https://intranet-12.us-east-1.elb.amazonaws.com/oauth2/idpresponse',
        'https://intranet.example.com/callback',
      ],
    });
    const { findings, coverage } = await live.audit(subjectOf(SHORT, { userPoolId: UserPoolId }));
    expect(findings.filter(({ rule }) => rule.startsWith('drift/'))).toEqual([]);
    expect(coverage.unchecked).toEqual([]);
    expect(coverage.checked).toBeGreaterThan(50);
    const snapshot = await live.reader.read({ poolId: UserPoolId, sections: SECTIONS, users: [] });
    const { text } = pull(snapshot, { poolId: UserPoolId, id: undefined, schema: 's.json', file: 'pool.yaml' });
    expect(text).toContain('https://intranet-12.us-east-1.elb.amazonaws.com/oauth2/idpresponse');
    expect(text).not.toContain('loadBalancer');
  });
});
