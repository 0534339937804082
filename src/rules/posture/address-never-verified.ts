import { CHANNELS, type Channel, FACTOR, isFactor, OTHER, recoveryChannels } from '../kit/channels.js';
import { factorsOf, hasSmsSender } from '../kit/factors.js';
import { guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PoolInput, PostureRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const addressNeverVerified: PostureRule = {
  id: 'address-never-verified',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Cognito verifies the addresses that sign-in, second factors and recovery rely on.',
  why:
    'Without verification people register with the address of somebody else, or with a typing error. Cognito sends reset ' +
    'codes to verified addresses alone, and an alias signs in only once it is verified; a second factor goes to an ' +
    'unverified one, and so to whoever owns it.',
  references: [
    guide('user-pool-settings-email-phone-verification'),
    guide('user-pool-settings-attributes'),
    guide('user-pool-settings-mfa'),
  ],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        signIn:
          aliasAttributes: [email]
        verification:
          autoVerify: [email]
      `,
      yaml`
        accountRecovery:
          mechanisms: [admin]
      `,
    ],
    invalid: [
      yaml`
        signIn:
          usernameAttributes: [email]
        verification:
          autoVerify: []
      `,
      yaml`
        signIn:
          aliasAttributes: [email, phone]
        smsSender:
          role: create
        verification:
          autoVerify: [phone]
      `,
      yaml`
        mfa:
          mode: optional
          sms: true
        smsSender:
          role: create
        verification:
          autoVerify: [phone]
      `,
    ],
  },
  *check(input) {
    const { autoVerify = [] } = section(input, 'verification');
    for (const channel of CHANNELS) {
      if (autoVerify.includes(channel)) continue;
      const uses = usesOf(input, channel, autoVerify);
      if (uses.length === 0 || !servesOwnUsers(input)) continue;
      yield {
        path: ['verification', 'autoVerify'],
        message: `verification.autoVerify lacks ${channel}, which the pool relies on for ${uses.join(', ')}.`,
        help: `Add ${channel} to verification.autoVerify${channel === 'phone' ? ' (it needs an SMS sender)' : ''}.`,
      };
    }
  },
};

function usesOf(input: PoolInput, channel: Channel, autoVerify: readonly string[]): string[] {
  const { aliasAttributes = [] } = section(input, 'signIn');
  // An administrator who makes a user says that the address is right.
  const byThemselves = section(input, 'signUp').selfSignUp !== false;
  return [
    ...(aliasAttributes.includes(channel) ? ['sign-in (signIn.aliasAttributes)'] : []),
    ...(byThemselves && isFactor(factorsOf(input), channel) ? [`second factors (${FACTOR[channel]})`] : []),
    ...(recoversBy(input, channel, autoVerify) ? ['recovery (accountRecovery.mechanisms)'] : []),
  ];
}

/** A channel that is a second factor recovers nobody who has it; and no SMS is sent without a sender. */
function recoversBy(input: PoolInput, channel: Channel, autoVerify: readonly string[]): boolean {
  const ways = recoveryChannels(input);
  if (!ways.includes(channel) || (channel === 'phone' && !hasSmsSender(input))) return false;
  const only = isFactor(factorsOf(input), OTHER[channel]);
  return only || (ways[0] === channel && !ways.some((way) => autoVerify.includes(way)));
}
