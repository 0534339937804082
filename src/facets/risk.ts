import type { Advice, ChangeContext } from '../model/facet.js';
import { ARN_PATTERN } from './kit/arn.js';
import { SES_IDENTITY } from './kit/arn-places.js';
import { defineKeyedFacet } from './kit/define.js';
import { reference } from './kit/reference.js';
import {
  COVERED,
  level,
  mail,
  notification,
  notificationArgument,
  partOf,
  type RiskRows,
  set,
  stronger,
  takeover,
  wholeNotification,
} from './kit/risk-rows.js';
import { narrower, wider } from './kit/stronger.js';

const EVENTS = { signIn: 'SIGN_IN', passwordChange: 'PASSWORD_CHANGE', signUp: 'SIGN_UP' } as const;
const ALL_EVENTS = ['signIn', 'passwordChange', 'signUp'] as const;

const exceptions = (part: object) => set({ RiskExceptionConfiguration: part });

/** Measured with provider 5.100.0: the lists reach the state only while AWS returns some, so that their loss is silent. */
function adviseExceptions(context: ChangeContext): Advice {
  const lists = ['blockedIps', 'skippedIps'].map((name) => context.liveAt(context.sibling(name)));
  const gone = lists.every((list) => !Array.isArray(list) || list.length === 0);
  return gone
    ? {
        convergedBy: 'fix',
        cause:
          'The lists were removed outside the code. The provider writes them into its state only while AWS returns some, so it still believes in the old ones.',
        deploy: 'changes nothing: Terraform plans no change',
      }
    : {};
}

const CIDR = {
  items: {
    pattern: '^[0-9A-Fa-f.:]+/[0-9]{1,3}$',
    says: 'a range of addresses such as 10.0.0.0/8',
    answers: { pattern: 'Incorrect CIDR format' },
  },
  count: [0, 200] as const,
};

export const risk = defineKeyedFacet({
  id: 'risk',
  title: 'Risk configuration',
  summary:
    'What threat protection does about risky sign-ins and leaked passwords: for the pool, and for clients that differ. Needs tier plus.',
  noun: 'risk configuration',
  reads: ['risk'],
  resource: 'aws_cognito_risk_configuration',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetRiskConfiguration.html',
  ],
  key: {
    doc: '`pool` for all clients that have none of their own, or the key of a client.',
    pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$',
    example: 'pool',
  },
  keyedBy: 'clients',
  closed: true,
  extra: 'error',
  entries: ({ risk }) => risk,
  // “To set the risk configuration for the user pool to defaults, send this request with only the UserPoolId parameter.”
  remove: ({ id }) => ({ operation: 'SetRiskConfiguration', input: id ? { ClientId: id } : {} }),
  importId: (poolId, { id }) => (id ? `${poolId}:${id}` : poolId),
  adviseExtra: () => ({
    cause: 'Made outside the code: Terraform never looks for it. It may let risky sign-ins pass.',
  }),
  assemble: (_values, _context, key) => ({
    userPoolId: reference('aws_cognito_user_pool', 'pool', 'id'),
    ...(key !== 'pool' && { clientId: reference('aws_cognito_user_pool_client', key, 'id') }),
  }),
  silence: 'inferred: an action, a notification or a range that DescribeRiskConfiguration leaves out is not set',
  fields: (kit) => {
    const f = kit as unknown as RiskRows;
    const [low, medium, high] = [
      level(f, 'Low', 'allow'),
      level(f, 'Medium', 'mfaIfConfigured'),
      level(f, 'High', 'block'),
    ];
    const blocked = mail(f, 'BlockEmail', 'blockedMail', 'when a sign-in is blocked');
    const allowed = mail(f, 'NoActionEmail', 'allowedMail', 'when a risky sign-in is let pass');
    const asked = mail(f, 'MfaEmail', 'mfaMail', 'when a second factor is asked for');
    return {
      compromisedCredentials: f.oneOf(
        { allow: 'NO_ACTION', block: 'BLOCK' },
        {
          answers: { enum: 'Member must satisfy enum value set: [BLOCK, NO_ACTION]' },
          doc: 'What happens when a password is known to have leaked. Where it is left out, nothing is said of it.',
          example: 'block',
          covers: ['SetRiskConfiguration.CompromisedCredentialsRiskConfiguration.Actions.EventAction'],
          readable: 'whenSet',
          live: (one) => one.CompromisedCredentialsRiskConfiguration?.Actions?.EventAction,
          terraform: (eventAction) => ({ compromisedCredentialsRiskConfiguration: { actions: { eventAction } } }),
          write: (EventAction, { own }) =>
            set({
              CompromisedCredentialsRiskConfiguration: EventAction
                ? {
                    Actions: { EventAction: EventAction as 'BLOCK' },
                    EventFilter: filter(own('compromisedCredentialsEvents')),
                  }
                : undefined,
            }),
          severity: 'error',
          stronger,
        },
      ),
      compromisedCredentialsEvents: f.set({
        doc: 'When passwords are looked up: at sign-in, at a change of the password, at sign-up. All of them where it is left out.',
        words: EVENTS,
        count: [1, 3],
        default: ALL_EVENTS,
        silence: 'documented: CompromisedCredentialsRiskConfigurationType.EventFilter, "Defaults to all events"',
        covers: ['SetRiskConfiguration.CompromisedCredentialsRiskConfiguration.EventFilter[]'],
        readable: 'whenSet',
        live: (one) => nonEmpty(one.CompromisedCredentialsRiskConfiguration?.EventFilter),
        terraform: (eventFilter, { own }) =>
          own('compromisedCredentials') === undefined
            ? {}
            : { compromisedCredentialsRiskConfiguration: { eventFilter: [...eventFilter].sort() } },
        write: (events) => set({ CompromisedCredentialsRiskConfiguration: { EventFilter: (events ?? []) as never } }),
        computed: true,
        derivedFrom: partOf('compromisedCredentials'),
        severity: 'error',
        stronger: wider,
      }),
      lowRisk: low.action,
      lowRiskNotify: low.notify,
      mediumRisk: medium.action,
      mediumRiskNotify: medium.notify,
      highRisk: high.action,
      highRiskNotify: high.notify,
      notifyIdentity: f.text({
        doc: 'ARN of the SES identity that sends the mails; required for any of them.',
        pattern: ARN_PATTERN('ses'),
        says: 'an ARN of an SES identity',
        length: [20, 2048],
        example: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
        arns: SES_IDENTITY,
        covers: [`${COVERED}.SourceArn`],
        readable: 'whenSet',
        live: (one) => one.AccountTakeoverRiskConfiguration?.NotifyConfiguration?.SourceArn,
        terraform: (sourceArn) => notificationArgument({ sourceArn }),
        write: (SourceArn, { own }) =>
          takeover({ NotifyConfiguration: SourceArn && { SourceArn, ...wholeNotification(own) } }),
        severity: 'error',
      }),
      notifyFrom: f.text({
        doc: 'From address of the mails; of the identity’s domain.',
        length: [3, 320],
        example: 'Acme <security@example.com>',
        covers: [`${COVERED}.From`],
        readable: 'whenSet',
        live: (one) => one.AccountTakeoverRiskConfiguration?.NotifyConfiguration?.From,
        terraform: (from) => notificationArgument({ from }),
        write: (From) => notification({ From }),
        derivedFrom: partOf('notifyIdentity'),
      }),
      notifyReplyTo: f.text({
        doc: 'Reply-To address of the mails.',
        length: [3, 320],
        example: 'help@example.com',
        covers: [`${COVERED}.ReplyTo`],
        readable: 'whenSet',
        live: (one) => one.AccountTakeoverRiskConfiguration?.NotifyConfiguration?.ReplyTo,
        terraform: (replyTo) => notificationArgument({ replyTo }),
        write: (ReplyTo) => notification({ ReplyTo }),
        derivedFrom: partOf('notifyIdentity'),
      }),
      blockedMailSubject: blocked.subject,
      blockedMailHtml: blocked.html,
      blockedMailText: blocked.text,
      allowedMailSubject: allowed.subject,
      allowedMailHtml: allowed.html,
      allowedMailText: allowed.text,
      mfaMailSubject: asked.subject,
      mfaMailHtml: asked.html,
      mfaMailText: asked.text,
      blockedIps: f.set({
        doc: 'Addresses from which every sign-in is blocked, whatever its risk.',
        ...CIDR,
        default: [],
        example: ['192.0.2.0/24'],
        covers: ['SetRiskConfiguration.RiskExceptionConfiguration.BlockedIPRangeList[]'],
        readable: 'whenSet',
        live: (one) => one.RiskExceptionConfiguration?.BlockedIPRangeList,
        terraform: (ranges) =>
          ranges.length > 0 ? { riskExceptionConfiguration: { blockedIpRangeList: [...ranges].sort() } } : {},
        write: (ranges) => exceptions({ BlockedIPRangeList: ranges ?? [] }),
        advise: adviseExceptions,
        severity: 'error',
        stronger: wider,
      }),
      skippedIps: f.set({
        doc: 'Addresses whose sign-ins are never rated: no risk is found there.',
        ...CIDR,
        default: [],
        example: ['198.51.100.0/24'],
        covers: ['SetRiskConfiguration.RiskExceptionConfiguration.SkippedIPRangeList[]'],
        readable: 'whenSet',
        live: (one) => one.RiskExceptionConfiguration?.SkippedIPRangeList,
        terraform: (ranges) =>
          ranges.length > 0 ? { riskExceptionConfiguration: { skippedIpRangeList: [...ranges].sort() } } : {},
        write: (ranges) => exceptions({ SkippedIPRangeList: ranges ?? [] }),
        advise: adviseExceptions,
        severity: 'error',
        stronger: narrower,
      }),
    };
  },
});

/** An empty filter means all events. */
function nonEmpty(events: readonly string[] | undefined): readonly string[] | undefined {
  return events && events.length > 0 ? events : undefined;
}

function filter(events: unknown): never {
  const words = (events ?? []) as readonly (keyof typeof EVENTS)[];
  return words.map((word) => EVENTS[word]) as never;
}
