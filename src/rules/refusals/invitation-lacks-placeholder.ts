import { CODE_PATTERNS } from '../../facets/kit/message.js';
import type { Problem } from '../../model/rule.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const invitationLacksPlaceholder: RefusalRule = {
  id: 'invitation-lacks-placeholder',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'An invitation names the user and holds the temporary password.',
  why: 'An invited user needs the user name, {username}, and the temporary password, {####}. AWS lets the password go where users can sign in without one; the Terraform provider refuses such a text all the same.',
  references: [
    api('MessageTemplateType'),
    'https://github.com/hashicorp/terraform-provider-aws/pull/49294',
    RECORDED_REFUSALS,
  ],
  sets: ['recommended'],

  examples: {
    valid: [
      yaml`
        signUp:
          invitationEmailSubject: Welcome
          invitationEmailMessage: "User name {username}, password {####}"
      `,
    ],
    invalid: [
      yaml`
        signUp:
          invitationEmailSubject: Welcome
          invitationEmailMessage: "Hello {username}, welcome aboard."
      `,
      yaml`
        signUp:
          invitationSmsMessage: "Your password is {####}"
      `,
      yaml`
        signIn:
          firstFactors: [password, emailOtp]
        signUp:
          invitationEmailSubject: Welcome
          invitationEmailMessage: "Hello {username}, sign in with a code that we mail to you."
      `,
    ],
  },
  *check(input) {
    const { firstFactors = [] } = section(input, 'signIn');
    const passwordless = firstFactors.some((factor) => factor !== 'password');
    const texts = section(input, 'signUp');
    for (const setting of ['invitationEmailMessage', 'invitationSmsMessage'] as const) {
      const missing = ['{username}', '{####}'].filter((placeholder) => !texts[setting]?.includes(placeholder));
      if (texts[setting] === undefined || missing.length === 0) continue;
      yield problem(setting, missing, passwordless);
    }
  },
};

function problem(setting: keyof typeof CODE_PATTERNS, missing: readonly string[], passwordless: boolean): Problem {
  return {
    path: ['signUp', setting],
    message: `signUp.${setting} lacks ${missing.join(' and ')}; ${whoRefuses(setting, missing, passwordless)}`,
    help: `Write ${missing.join(' and ')} into the text.`,
  };
}

/** AWS’s pattern wants the code; that it wants the user name too was reported of deploys by the CDK (aws-cdk#6484). */
function whoRefuses(setting: keyof typeof CODE_PATTERNS, missing: readonly string[], passwordless: boolean): string {
  if (!missing.includes('{####}')) return 'AWS and the Terraform provider want the user name in an invitation.';
  return passwordless
    ? 'AWS takes an invitation without a password, since users can sign in without one, but the Terraform provider refuses it at the plan (pull request 49294 would change that).'
    : `AWS would answer "${CODE_PATTERNS[setting]}".`;
}
