import { denied } from '../aws.js';
import { document, mayPublish, trust } from '../seed.js';
import type { Case } from './case.js';
import { external, given } from './roles.js';
import { spend } from './sms.js';

export const permissions: readonly Case[] = [
  {
    is: 'a role with an attached policy and a boundary',
    ...spend,
    spec: async (seed) => {
      const policy = await seed.managed('publish', document({ Effect: 'Allow', Action: 'sns:*', Resource: '*' }));
      await seed.role('sms', trust(), policy);
      await seed.attach('sms', policy);
      return given();
    },
  },
  {
    is: 'a role without any policy',
    ...spend,
    spec: async (seed) => {
      await seed.role('sms', trust());
      return given();
    },
    finds: ['error sms-role-permission smsSender.role'],
  },
  {
    is: 'a role that may do something else',
    ...spend,
    spec: async (seed) => {
      await seed.role('sms', trust());
      await seed.inline('sms', document({ Effect: 'Allow', NotAction: 'sns:*', Resource: '*' }));
      return given();
    },
    finds: ['error sms-role-permission smsSender.role'],
  },
  {
    is: 'a role that is denied what it is allowed',
    ...spend,
    spec: async (seed) => {
      await seed.role('sms', trust());
      await seed.inline('sms', mayPublish);
      await seed.inline('sms', document({ Effect: 'Deny', Action: '*', Resource: '*' }), 'stop');
      return given();
    },
    finds: ['error sms-role-permission smsSender.role'],
  },
  {
    is: 'a boundary that leaves nothing',
    ...spend,
    spec: async (seed) => {
      await seed.role(
        'sms',
        trust(),
        await seed.managed('b', document({ Effect: 'Allow', Action: 's3:*', Resource: '*' })),
      );
      await seed.inline('sms', mayPublish);
      return given();
    },
    finds: ['error sms-role-permission smsSender.role'],
  },
  {
    is: 'a role that may publish to a topic',
    ...spend,
    spec: async (seed) => {
      await seed.role('sms', trust());
      await seed.inline(
        'sms',
        document({ Effect: 'Allow', Action: 'sns:Publish', Resource: 'arn:aws:sns:us-east-1:123456789012:t' }),
      );
      return given();
    },
    unchecked: { 'smsSender.role': /^sms-role-permission: a policy of sms has conditions or resources/ },
  },
  {
    is: 'the role of End User Messaging',
    spec: async (seed) => {
      await seed.role('eums', trust(external('e')));
      await seed.inline('eums', document({ Effect: 'Allow', Action: 'sms-voice:SendTextMessage', Resource: '*' }));
      return 'smsSender:\n  eumsRole: arn:aws:iam::123456789012:role/eums\n  eumsExternalId: e\n';
    },
  },
  {
    is: 'the role of End User Messaging for one sender',
    spec: async (seed) => {
      const Resource = 'arn:aws:sms-voice:us-east-1:123456789012:pool/pool-1';
      await seed.role('eums', trust());
      await seed.inline('eums', document({ Effect: 'Allow', Action: 'sms-voice:SendTextMessage', Resource }));
      return `smsSender:\n  eumsRole: arn:aws:iam::123456789012:role/eums\n  eumsOrigin: ${Resource}\n`;
    },
  },
  {
    is: 'an IAM that may not be looked at',
    ...spend,
    answers: denied('iam'),
    spec: () => given(),
    unchecked: { 'smsSender.role': /^sms-role(-permission)?: AccessDenied: .*not authorized/ },
  },
];
