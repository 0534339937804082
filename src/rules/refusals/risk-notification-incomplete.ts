import { api, providerIssue } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

const MAILS = ['blockedMail', 'allowedMail', 'mfaMail'] as const;
const LEVELS = ['lowRisk', 'mediumRisk', 'highRisk'] as const;

export const riskNotificationIncomplete: RefusalRule = {
  id: 'risk-notification-incomplete',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'Notifications of risky sign-ins need an SES identity, a level of risk, and whole mails.',
  why:
    'The API takes a notification only with the ARN of an SES identity and beside the actions of a level of risk, and the ' +
    'provider takes a mail only with subject, HTML and text together.',
  references: [
    api('NotifyConfigurationType'),
    'https://github.com/hashicorp/terraform-provider-aws/pull/33624',
    providerIssue(29508),
  ],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            highRisk: block
            highRiskNotify: true
            notifyIdentity: arn:aws:ses:us-east-1:123456789012:identity/example.com
            blockedMailSubject: Blocked
            blockedMailHtml: <p>We blocked a sign-in.</p>
            blockedMailText: We blocked a sign-in.
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        terraform:
          providerVersion: ">= 6.25.0, < 7.0.0"
        risk:
          pool:
            highRisk: block
            highRiskNotify: true
      `,
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            compromisedCredentials: block
            notifyIdentity: arn:aws:ses:us-east-1:123456789012:identity/example.com
      `,
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            highRisk: block
            notifyIdentity: arn:aws:ses:us-east-1:123456789012:identity/example.com
            blockedMailSubject: Blocked
      `,
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        risk:
          pool:
            highRiskNotify: true
            compromisedCredentials: block
      `,
    ],
  },
  *check(input) {
    for (const { settings, path, name } of objects(input, 'risk')) {
      const said = settings as Readonly<Record<string, unknown>>;
      const rated = LEVELS.filter((level) => said[level] !== undefined);
      const parts = MAILS.map((mail) => ['Subject', 'Html', 'Text'].map((part) => `${mail}${part}`));
      const texts = parts.flat().filter((setting) => said[setting] !== undefined);
      const others = ['notifyFrom', 'notifyReplyTo'].filter((setting) => said[setting] !== undefined);
      const told = LEVELS.map((level) => `${level}Notify`).filter((setting) => said[setting] === true);
      const [needing] = [...told, ...others, ...texts];
      if (needing && said['notifyIdentity'] === undefined)
        yield {
          path: path(needing),
          message: `${name(needing)} needs notifyIdentity: nothing is sent without an SES identity.`,
          help: `Write ${name('notifyIdentity')}, the ARN of an SES identity.`,
        };
      if (said['notifyIdentity'] !== undefined && rated.length === 0)
        yield {
          path: path('notifyIdentity'),
          message: `${name('notifyIdentity')} is set, but no level of risk has an action; AWS takes notifications only beside actions.`,
          help: 'Write lowRisk, mediumRisk or highRisk; or remove the notifications.',
        };
      for (const level of LEVELS)
        if (said[`${level}Notify`] === true && said[level] === undefined)
          yield {
            path: path(`${level}Notify`),
            message: `${name(`${level}Notify`)} is true, but ${level} is not set; a notification goes with an action.`,
            help: `Write ${name(level)}: allow, or another action.`,
          };
      for (const mail of parts) {
        const missing = mail.filter((setting) => said[setting] === undefined);
        if (missing.length > 0 && missing.length < 3)
          yield {
            path: path(mail.find((setting) => said[setting] !== undefined) ?? ''),
            message: `${name()} lacks ${missing.join(' and ')}: the provider takes subject, HTML and text of a mail together.`,
            help: `Write ${missing.join(' and ')}.`,
          };
      }
    }
  },
};
