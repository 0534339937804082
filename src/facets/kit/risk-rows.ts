import type { NotifyConfigurationType, RiskConfigurationType } from '@aws-sdk/client-cognito-identity-provider';
import type { ChangeContext, DeepPartial, TerraformContext, WriteInputs } from '../../model/facet.js';
import type { Kit } from './fields.js';
import { BODY, SUBJECT } from './message.js';
import { on, ordered } from './stronger.js';

/** Rows of the risk configuration that come in several of a kind: levels of risk, kinds of mail. */
export const ACTIONS = {
  allow: 'NO_ACTION',
  mfaIfConfigured: 'MFA_IF_CONFIGURED',
  mfaRequired: 'MFA_REQUIRED',
  block: 'BLOCK',
} as const;

type Risk = RiskConfigurationType;
export type RiskRows = Kit<Risk, Readonly<Record<string, unknown>>>;
type Level = 'Low' | 'Medium' | 'High';
type Mail = 'BlockEmail' | 'NoActionEmail' | 'MfaEmail';

export const stronger = ordered(Object.keys(ACTIONS));
export const set = (partial: DeepPartial<WriteInputs['SetRiskConfiguration']>) =>
  ({ operation: 'SetRiskConfiguration', partial }) as const;
export const takeover = (part: object) => set({ AccountTakeoverRiskConfiguration: part });
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** AWS takes a block whole or not at all: where it is on one side only, its rows follow from the one that makes it. */
export const partOf =
  (root: string) =>
  (context: ChangeContext): string | undefined => {
    const name = context.sibling(root);
    return (context.desiredAt(name) === undefined) !== (context.liveAt(name) === undefined) ? name : undefined;
  };

/** The members of a block whose value the spec says. */
function said(own: TerraformContext['own'], members: Readonly<Record<string, string>>): Record<string, unknown> {
  const values = Object.entries(members).map(([member, setting]) => [member, own(setting)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** The action of one level of risk, and whether the user is told. A level that is left out is not rated. */
export function level(f: RiskRows, name: Level, example: keyof typeof ACTIONS) {
  const [member, action, notify] = [`${name}Action`, `${lower(name)}Risk`, `${lower(name)}RiskNotify`] as const;
  const live = (risk: Risk) => risk.AccountTakeoverRiskConfiguration?.Actions?.[`${name}Action`];
  const argument = (part: object) => ({ accountTakeoverRiskConfiguration: { actions: { [lower(member)]: part } } });
  const covers = `SetRiskConfiguration.AccountTakeoverRiskConfiguration.Actions.${member}`;
  return {
    action: f.oneOf(ACTIONS, {
      doc: `What happens at a sign-in of ${lower(name)} risk, in mode enforced. Where it is left out, nothing is said of this level.`,
      example,
      covers: [`${covers}.EventAction`],
      readable: 'whenSet',
      live: (risk) => live(risk)?.EventAction,
      terraform: (eventAction) => argument({ eventAction }),
      write: (EventAction, { own }) =>
        takeover({ Actions: { [member]: EventAction && { EventAction, Notify: own(notify) ?? false } } }),
      severity: 'error',
      stronger,
    }),
    notify: f.boolean({
      doc: `Whether the user is told by e-mail of a sign-in of ${lower(name)} risk. Needs notifyIdentity.`,
      default: false,
      covers: [`${covers}.Notify`],
      readable: 'whenSet',
      live: (risk) => live(risk)?.Notify,
      terraform: (on, { own }) => (own(action) === undefined ? {} : argument({ notify: on })),
      write: (Notify) => takeover({ Actions: { [member]: { Notify: Notify ?? false } } }),
      derivedFrom: partOf(action),
      stronger: on,
    }),
  };
}

export const notification = (part: object) => takeover({ NotifyConfiguration: part });
export const notificationArgument = (part: object) => ({
  accountTakeoverRiskConfiguration: { notifyConfiguration: part },
});
export const COVERED = 'SetRiskConfiguration.AccountTakeoverRiskConfiguration.NotifyConfiguration';

/** The settings of a mail, by the member that they write. */
const textsOf = (prefix: string) =>
  ({ Subject: `${prefix}Subject`, HtmlBody: `${prefix}Html`, TextBody: `${prefix}Text` }) as const;

/** The texts of one kind of mail. */
export function mail(f: RiskRows, member: Mail, prefix: string, when: string) {
  const settings = textsOf(prefix);
  const live = (risk: Risk) => risk.AccountTakeoverRiskConfiguration?.NotifyConfiguration?.[member];
  const argument = (part: object) => notificationArgument({ [lower(member)]: part });
  const body = {
    ...BODY,
    readable: 'whenSet' as const,
  };
  return {
    subject: f.text({
      doc: `Subject of the mail that is sent ${when}. The provider wants subject, html and text, or none of them.`,
      ...SUBJECT,
      example: 'A sign-in to your account',
      covers: [`${COVERED}.${member}.Subject`],
      readable: 'whenSet',
      live: (risk) => live(risk)?.Subject,
      terraform: (subject) => argument({ subject }),
      write: (Subject, { own }) => notification({ [member]: Subject && { ...said(own, settings), Subject } }),
      derivedFrom: partOf('notifyIdentity'),
    }),
    html: f.text({
      doc: `HTML of the mail that is sent ${when}.`,
      ...body,
      example: '<p>Somebody signed in to your account.</p>',
      covers: [`${COVERED}.${member}.HtmlBody`],
      live: (risk) => live(risk)?.HtmlBody,
      terraform: (htmlBody) => argument({ htmlBody }),
      write: (HtmlBody) => notification({ [member]: { HtmlBody } }),
      derivedFrom: (context) => partOf('notifyIdentity')(context) ?? partOf(settings.Subject)(context),
    }),
    text: f.text({
      doc: `Plain text of the mail that is sent ${when}.`,
      ...body,
      example: 'Somebody signed in to your account.',
      covers: [`${COVERED}.${member}.TextBody`],
      live: (risk) => live(risk)?.TextBody,
      terraform: (textBody) => argument({ textBody }),
      write: (TextBody) => notification({ [member]: { TextBody } }),
      derivedFrom: (context) => partOf('notifyIdentity')(context) ?? partOf(settings.Subject)(context),
    }),
  };
}

/** All that the spec says of notifications, for a call that makes them. */
export function wholeNotification(own: TerraformContext['own']): Partial<NotifyConfigurationType> {
  const mails = { BlockEmail: 'blockedMail', NoActionEmail: 'allowedMail', MfaEmail: 'mfaMail' };
  const written = Object.entries(mails).map(([member, prefix]) => [member, said(own, textsOf(prefix))] as const);
  return {
    ...said(own, { From: 'notifyFrom', ReplyTo: 'notifyReplyTo' }),
    ...Object.fromEntries(written.filter(([, texts]) => Object.keys(texts).length > 0)),
  };
}
