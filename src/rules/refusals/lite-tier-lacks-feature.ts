import type { Problem } from '../../model/rule.js';
import { items } from '../kit/items.js';
import { api, guide, RECORDED_REFUSALS } from '../kit/pages.js';
import type { PoolInput, RefusalRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const liteTierLacksFeature: RefusalRule = {
  id: 'lite-tier-lacks-feature',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary:
    'Tier lite has neither passwordless nor choice-based sign-in, passkey MFA, managed login version 2 nor replicas.',
  why:
    'The feature plan of a pool decides which settings AWS accepts. What needs essentials is refused in a pool of tier ' +
    'lite, and moving a pool to lite is refused while such a feature is on.',
  references: [
    guide('feature-plans-features-essentials'),
    api('SignInPolicyType'),
    api('WebAuthnConfigurationType'),
    guide('user-pool-multi-region'),
    RECORDED_REFUSALS,
  ],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          tier: lite
        domains:
          acme-login:
            managedLoginVersion: 1
      `,
      yaml`
        pool:
          tier: essentials
        signIn:
          firstFactors: [password, emailOtp]
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: lite
        signIn:
          firstFactors: [password, emailOtp]
      `,
      yaml`
        pool:
          tier: lite
        clients:
          web:
            authFlows: [choice, refreshToken]
      `,
      yaml`
        pool:
          tier: lite
        domains:
          acme-login:
            managedLoginVersion: 2
      `,
      yaml`
        pool:
          tier: lite
        triggers:
          preTokenGeneration: arn:aws:lambda:eu-west-1:123456789012:function:claims
          preTokenGenerationVersion: V2_0
      `,
      yaml`
        pool:
          tier: lite
        dynamicRegistration:
          enabled: true
      `,
      yaml`
        pool:
          tier: lite
        mfa:
          mode: optional
          totp: true
          passkeys: true
      `,
      yaml`
        pool:
          tier: lite
        encryption:
          key: customerManaged
          kmsKey: arn:aws:kms:eu-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef
        replicas:
          eu-central-1: {}
      `,
    ],
  },
  *check(input) {
    if (section(input, 'pool').tier !== 'lite') return;
    yield* firstFactors(input);
    yield* clients(input);
    yield* domains(input);
    yield* tokens(input);
    yield* replicas(input);
    if (section(input, 'mfa').passkeys) {
      const message = 'mfa.passkeys is true but pool.tier is lite; passkeys as MFA need tier essentials or plus.';
      yield { path: ['mfa', 'passkeys'], message, help: orEssentials('remove mfa.passkeys') };
    }
  },
};

const orEssentials = (help: string): string => `Write pool.tier: essentials; or ${help}.`;

function* firstFactors(input: PoolInput): Iterable<Problem> {
  const { firstFactors } = section(input, 'signIn');
  for (const { item, path } of items(firstFactors, ['signIn', 'firstFactors'], (factor) => factor !== 'password')) {
    const message =
      `signIn.firstFactors has ${item} but pool.tier is lite; AWS would answer "The following features need to be ` +
      'disabled for the LITE pricing tier configured: Passwordless Sign-In".';
    yield { path, message, help: orEssentials(`remove ${item} from signIn.firstFactors`) };
  }
}

function* clients(input: PoolInput): Iterable<Problem> {
  for (const { settings, path, name } of objects(input, 'clients')) {
    for (const flow of items(settings.authFlows, path('authFlows'), (flow) => flow === 'choice')) {
      const message = `${name('authFlows')} has choice but pool.tier is lite; choice-based sign-in needs tier essentials or plus.`;
      yield { path: flow.path, message, help: orEssentials('use srp instead of choice') };
    }
  }
}

function* tokens(input: PoolInput): Iterable<Problem> {
  const version = section(input, 'triggers').preTokenGenerationVersion;
  if (version !== undefined && version !== 'V1_0') {
    const message =
      `triggers.preTokenGenerationVersion is ${version} but pool.tier is lite; AWS would answer "The following features ` +
      `need to be disabled for the LITE pricing tier configured: Token Customization with Pre-Token Generation Lambda ${version}".`;
    yield { path: ['triggers', 'preTokenGenerationVersion'], message, help: orEssentials('write V1_0') };
  }
  if (Object.keys(section(input, 'tokens').assuranceLevels ?? {}).length > 0) {
    const message = 'tokens.assuranceLevels has names but pool.tier is lite; they need tier essentials or plus.';
    yield { path: ['tokens', 'assuranceLevels'], message, help: orEssentials('remove tokens.assuranceLevels') };
  }
  if (section(input, 'dynamicRegistration').enabled) {
    const message = 'dynamicRegistration.enabled is true but pool.tier is lite; it needs tier essentials or plus.';
    yield { path: ['dynamicRegistration', 'enabled'], message, help: orEssentials('remove dynamicRegistration') };
  }
}

/** The guide on multi-Region replication: it needs feature plan Essentials or Plus. */
function* replicas(input: PoolInput): Iterable<Problem> {
  for (const { path, name } of objects(input, 'replicas')) {
    const message = `${name()} is a replica but pool.tier is lite; replication needs tier essentials or plus.`;
    yield { path: path(), message, help: orEssentials('remove the replica') };
  }
}

function* domains(input: PoolInput): Iterable<Problem> {
  for (const { settings, path, name } of objects(input, 'domains')) {
    if (settings.managedLoginVersion !== 2) continue;
    const message =
      `${name('managedLoginVersion')} is 2 but pool.tier is lite; AWS would answer "The following feature is not ` +
      'available for the LITE pricing tier configured: Managed Login Version 2".';
    yield { path: path('managedLoginVersion'), message, help: orEssentials('write managedLoginVersion: 1') };
  }
}
