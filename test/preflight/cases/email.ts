import { denied, either, emailAccount, identities } from '../aws.js';
import type { Case } from './case.js';

const ses = (identity: string, more = ''): string => `emailSender:\n  service: ses\n  identity: ${identity}\n${more}`;
export const email: readonly Case[] = [
  {
    is: 'an address and a domain that are verified',
    answers: identities({ 'no-reply@example.com': true, 'example.org': true }),
    spec: () =>
      `${ses('no-reply@example.com')}risk:\n  pool:\n    lowRisk: block\n    notifyIdentity: arn:aws:ses:us-east-1:123456789012:identity/example.org\n`,
  },
  {
    is: 'an address in a verified domain, which Cognito does not look at',
    answers: identities({ 'example.com': true }),
    spec: () => ses('no-reply@mail.example.com'),
    finds: ['error ses-identity-missing emailSender.identity'],
    helps: /write identity: example\.com, and no-reply@mail\.example\.com as the From address \(from\)/,
  },
  {
    is: 'the domain of an address, with the address as From',
    answers: identities({ 'example.com': true }),
    spec: () => ses('example.com', '  from: no-reply@mail.example.com\n'),
  },
  {
    is: 'an address of the mails about risks in a verified domain',
    answers: identities({ 'example.org': true }),
    spec: () =>
      'risk:\n  pool:\n    lowRisk: block\n    notifyIdentity: arn:aws:ses:us-east-1:123456789012:identity/a@example.org\n',
    finds: ['error ses-identity-missing risk.pool.notifyIdentity'],
    helps: /write notifyIdentity: example\.org, and a@example\.org as the From address \(notifyFrom\)/,
  },
  {
    is: 'an address that waits for its owner, in a verified domain',
    answers: identities({ 'no-reply@example.com': false, 'example.com': true }),
    spec: () => ses('no-reply@example.com'),
    finds: ['error ses-identity-unverified emailSender.identity'],
    helps: /write identity: example\.com/,
  },
  {
    is: 'a domain beneath a verified one',
    answers: identities({ 'example.com': true }),
    spec: () => ses('mail.example.com', '  from: a@mail.example.com\n'),
    finds: ['error ses-identity-missing emailSender.identity'],
    helps: /write identity: example\.com, and no-reply@mail\.example\.com/,
  },
  {
    is: 'an identity of another Region',
    answers: (asked) => (asked.region === 'eu-west-1' ? identities({ 'example.com': true })(asked) : undefined),
    spec: () => ses('arn:aws:ses:eu-west-1:123456789012:identity/example.com', '  from: a@example.com\n'),
  },
  {
    is: 'no identity',
    spec: () => ses('no-reply@example.com'),
    finds: ['error ses-identity-missing emailSender.identity'],
  },
  {
    is: 'an identity that another account has',
    spec: () => ses('arn:aws:ses:us-east-1:210987654321:identity/a@example.com'),
    unchecked: { 'emailSender.identity': /^ses-identity: it is in account 210987654321/ },
  },
  {
    is: 'no identity of the mails about risks',
    spec: () =>
      'risk:\n  pool:\n    lowRisk: block\n    notifyIdentity: arn:aws:ses:us-east-1:123456789012:identity/example.org\n',
    finds: ['error ses-identity-missing risk.pool.notifyIdentity'],
  },
  {
    is: 'no identity of the mails with codes',
    spec: () =>
      'emailChallenge:\n  from: a@example.com\n  identity: example.com\nclients:\n  web:\n    authFlows: [custom]\n    authSessionMinutes: 5\n',
    finds: ['error ses-identity-missing emailChallenge.identity'],
  },
  {
    is: 'no identity yet, and the stack makes it',
    spec: () => ses('example.com', '  createIdentity: true\n  from: a@example.com\n'),
    finds: ['warning ses-identity-missing emailSender.identity'],
  },
  {
    is: 'an identity that waits, as moto has it',
    spec: async (seed) => {
      await seed.identity('example.com');
      return ses('example.com', '  from: a@example.com\n');
    },
    finds: ['error ses-identity-unverified emailSender.identity'],
  },
  {
    is: 'an address that waits',
    answers: identities({ 'a@example.com': false }),
    spec: () => ses('a@example.com'),
    finds: ['error ses-identity-unverified emailSender.identity'],
  },
  {
    is: 'a From address of the identity, with a name',
    answers: identities({ 'a@example.com': true }),
    spec: () => ses('a@example.com', '  from: Acme <A@Example.com>\n'),
  },
  {
    is: 'a From address of another verified domain',
    answers: identities({ 'a@example.com': true, 'example.org': true }),
    spec: () => ses('a@example.com', '  from: b@example.org\n'),
  },
  {
    is: 'a From address that nobody verified',
    answers: identities({ 'a@example.com': true }),
    spec: () => ses('a@example.com', '  from: b@example.org\n'),
    finds: ['error ses-from-not-covered emailSender.from'],
  },
  {
    is: 'the sandbox of SES',
    answers: either(emailAccount(false), identities({ 'a@example.com': true })),
    spec: () => ses('a@example.com'),
    finds: ['warning ses-sandbox emailSender.service'],
  },
  {
    is: 'the sandbox of SES, where nobody is served yet',
    answers: either(emailAccount(false), identities({ 'a@example.com': true })),
    spec: () => `${ses('a@example.com')}pool:\n  environment: development\n`,
    finds: ['note ses-sandbox emailSender.service'],
  },
  {
    is: 'a configuration set',
    answers: identities({ 'a@example.com': true }),
    spec: async (seed) => {
      await seed.configurationSet('transactional');
      return ses('a@example.com', '  configurationSet: transactional\n');
    },
  },
  {
    is: 'no such configuration set',
    answers: identities({ 'a@example.com': true }),
    spec: async (seed) => {
      await seed.configurationSet('transactional');
      return ses('a@example.com', '  configurationSet: transaction\n');
    },
    finds: ['error ses-configuration-set-missing emailSender.configurationSet'],
  },
  {
    is: 'an SES that may not be looked at',
    answers: denied('ses'),
    spec: () => ses('a@example.com', '  configurationSet: transactional\n'),
    unchecked: {
      'emailSender.identity': /^ses-identity: AccessDeniedException: .*not authorized/,
      'emailSender.service': /^ses-sandbox: AccessDenied/,
      'emailSender.configurationSet': /^ses-configuration-set: AccessDenied/,
    },
  },
];
