import {
  ATTRIBUTE,
  CHANNELS,
  FACTOR,
  isAssured,
  isFactor,
  lockingChannel,
  OTHER,
  recoveryChannels,
} from '../kit/channels.js';
import { factorsOf } from '../kit/factors.js';
import { guide } from '../kit/pages.js';
import { servesOwnUsers } from '../kit/people.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const recoveryAttributeNotRequired: PostureRule = {
  id: 'recovery-attribute-not-required',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Users with a second factor on one channel have the other channel to recover by.',
  why:
    'Cognito never sends the reset code to the channel of a user’s second factor: with e-mail MFA it must go by SMS, with ' +
    'SMS MFA by e-mail. A user without that other address cannot reset a forgotten password, and is told ' +
    'InvalidParameterException. Required attributes are fixed when the pool is made, so this cannot be repaired later.',
  references: [guide('user-pool-settings-mfa'), guide('managing-users-passwords')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        mfa:
          mode: required
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
        accountRecovery:
          mechanisms: [phone, email]
        attributes:
          phone_number:
            required: true
      `,
      yaml`
        signIn:
          usernameAttributes: [email]
        mfa:
          mode: optional
          sms: true
        smsSender:
          role: create
      `,
      yaml`
        mfa:
          mode: required
          totp: true
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: required
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
        accountRecovery:
          mechanisms: [phone, email]
        attributes:
          phone_number:
            required: false
      `,
      yaml`
        signIn:
          usernameAttributes: [phone]
        mfa:
          mode: optional
          sms: true
        smsSender:
          role: create
        attributes:
          email:
            required: false
      `,
    ],
  },
  *check(input) {
    const factors = factorsOf(input);
    const ways = recoveryChannels(input);
    for (const channel of CHANNELS) {
      const other = OTHER[channel];
      if (!isFactor(factors, channel) || !ways.includes(other) || isAssured(input, other)) continue;
      // That is worse, and says what to do about it: recovery-locks-users-out.
      if (lockingChannel(input) !== undefined || !servesOwnUsers(input)) continue;
      const attribute = ATTRIBUTE[other];
      yield {
        path: ['attributes', attribute, 'required'],
        message: `${FACTOR[channel]} is true, so those who use it recover their password by ${other}, but attributes.${attribute}.required is not true.`,
        help: `Write attributes.${attribute}.required: true while the pool is new; in one that exists, make every sign-up collect ${attribute}.`,
      };
    }
  },
};
