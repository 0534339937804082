import { admitsBelow } from '../../model/version.js';
import { factorsOf } from '../kit/factors.js';
import { providerIssue } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

/** The first provider version that sends the block without texts. */
const FIXED = [6, 11, 0] as const;

export const emailMfaNeedsTexts: RefusalRule = {
  id: 'email-mfa-needs-texts',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'E-mail MFA needs its texts written out while provider versions below 6.11.0 are admitted.',
  why:
    'Those versions of hashicorp/aws never send an email_mfa_configuration block without texts: the deploy succeeds ' +
    'and e-mail MFA stays off, or is refused for having no factor at all.',
  references: [providerIssue(43917), 'https://github.com/hashicorp/terraform-provider-aws/pull/43926'],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        mfa:
          mode: optional
          email: true
          emailSubject: Your sign-in code
          emailMessage: Your sign-in code is {####}.
        emailSender:
          service: ses
          identity: no-reply@example.com
      `,
      yaml`
        mfa:
          mode: optional
          email: true
        emailSender:
          service: ses
          identity: no-reply@example.com
        terraform:
          providerVersion: ">= 6.11.0, < 7.0.0"
      `,
    ],
    invalid: [
      yaml`
        mfa:
          mode: optional
          email: true
        emailSender:
          service: ses
          identity: no-reply@example.com
      `,
      yaml`
        mfa:
          mode: optional
          email: true
        emailSender:
          service: ses
          identity: no-reply@example.com
        terraform:
          providerVersion: "~> 6.0"
      `,
    ],
  },
  *check(input) {
    const { emailSubject, emailMessage } = section(input, 'mfa');
    const { providerVersion = '' } = section(input, 'terraform');
    if (!factorsOf(input).email || emailSubject !== undefined || emailMessage !== undefined) return;
    if (!admitsBelow(providerVersion, FIXED)) return;
    yield {
      path: ['mfa', 'email'],
      message:
        'mfa.email is true without texts, and Terraform providers below 6.11.0, which terraform.providerVersion ' +
        `${providerVersion} admits, never send e-mail MFA without them: it would stay off.`,
      help: 'Write mfa.emailSubject and mfa.emailMessage; or terraform.providerVersion: ">= 6.11.0, < 7.0.0".',
    };
  },
};
