import { CHANNELS, FACTOR, isAssured, OTHER, recoveryChannels } from '../kit/channels.js';
import { mfaDemands } from '../kit/mfa-demands.js';
import { guide } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const userMfaPreferenceBlocksReset: PostureRule = {
  id: 'user-mfa-preference-blocks-reset',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'Users who prefer a code by message have another address that their password is reset with.',
  why:
    'Cognito sends no code for a new password to the address of the preferred factor; ForgotPassword is answered with ' +
    'InvalidParameterException. A policy that prefers e-mail for everybody shuts out of the reset whoever has no phone number.',
  references: [guide('user-pool-settings-mfa')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          totp: true
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
        userMfa:
          factors: [totp, email]
          preferred: totp
      `,
      yaml`
        mfa:
          mode: optional
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
        attributes:
          phone_number:
            required: true
        userMfa:
          factors: [email]
          preferred: email
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          email: true
          emailSubject: Your sign-in code
        emailSender:
          service: ses
          identity: no-reply@example.com
        userMfa:
          factors: [email]
          preferred: email
      `,
    ],
  },
  *check(input) {
    const ways = recoveryChannels(input);
    for (const { preferred, path, name } of mfaDemands(input)) {
      const channel = CHANNELS.find((one) => FACTOR[one] === `mfa.${preferred}`);
      if (channel === undefined || !ways.includes(channel)) continue;
      const other = OTHER[channel];
      if (ways.includes(other) && isAssured(input, other)) continue;
      yield {
        path: [...path, 'preferred'],
        message: `${name}.preferred is ${preferred}: no code for a new password goes to the ${channel} then, and ${ways.includes(other) ? `not every user has a ${other}` : 'recovery knows no other way'}.`,
        help: `Prefer another factor, or have every user give the other address: attributes, and accountRecovery.mechanisms with ${other}.`,
      };
    }
  },
};
