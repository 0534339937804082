import type { UserPoolType, VerificationMessageTemplateType } from '@aws-sdk/client-cognito-identity-provider';

type Messages = Pick<
  UserPoolType,
  'EmailVerificationMessage' | 'EmailVerificationSubject' | 'SmsVerificationMessage' | 'VerificationMessageTemplate'
>;

/** The legacy member of a pool, and the member of the template that says the same. */
export const twins = [
  ['EmailVerificationMessage', 'EmailMessage'],
  ['EmailVerificationSubject', 'EmailSubject'],
  ['SmsVerificationMessage', 'SmsMessage'],
] as const;

/**
 * The three legacy members and the template always say the same (recorded reads), whichever of the two was written. Where a
 * request says both, the template counts: Terraform sends a new template along with the old legacy text, and that works.
 */
export function messagesFrom(given: Messages, base: VerificationMessageTemplateType = {}): Messages {
  const template: VerificationMessageTemplateType = {
    DefaultEmailOption: 'CONFIRM_WITH_CODE',
    ...(given.VerificationMessageTemplate ?? base),
  };
  const legacy: Messages = {};
  for (const [old, member] of twins) {
    const text = given.VerificationMessageTemplate?.[member] ?? given[old] ?? template[member];
    if (text === undefined) continue;
    template[member] = text;
    legacy[old] = text;
  }
  return { ...legacy, VerificationMessageTemplate: template };
}
