import type { StoredPool } from '../store.js';
import type { Message, Purpose } from './message.js';

/** AWS's own texts, where a pool has none. */
const verification = 'Your verification code is {####}';
const reset = 'Your password reset code is {####}';
const authentication = 'Your authentication code is {####}';
const invitation = 'Your username is {username} and temporary password is {####}';

interface Template {
  readonly subject?: string | undefined;
  readonly text: string;
}

/** What the pool says to a user: the template for the purpose and the medium, filled in. */
export function textFor(
  { pool, mfa }: StoredPool,
  purpose: Purpose,
  medium: Message['medium'],
  values: { readonly code: string; readonly userName: string },
): Pick<Message, 'subject' | 'text'> {
  const { subject, text } = templateFor({ pool, mfa }, purpose, medium);
  const filled = text
    .replaceAll(/\{##(.+?)##\}/g, (_whole, label: string) => (label === '' ? '' : `${label} (code ${values.code})`))
    .replaceAll('{####}', values.code)
    .replaceAll('{username}', values.userName);
  return medium === 'SMS' ? { text: filled } : { subject: subject ?? defaultSubjects[purpose], text: filled };
}

const defaultSubjects: Readonly<Record<Purpose, string>> = {
  signUp: 'Your verification code',
  verifyAttribute: 'Your verification code',
  resetPassword: 'Your password reset code',
  mfa: 'Your authentication code',
  signIn: 'Your authentication code',
  invitation: 'Your temporary password',
};

function templateFor(
  { pool, mfa }: Pick<StoredPool, 'pool' | 'mfa'>,
  purpose: Purpose,
  medium: Message['medium'],
): Template {
  const template = pool.VerificationMessageTemplate ?? {};
  if (purpose === 'mfa' || purpose === 'signIn') {
    if (medium === 'SMS') return { text: pool.SmsAuthenticationMessage ?? authentication };
    return { subject: mfa.email?.Subject, text: mfa.email?.Message ?? authentication };
  }
  if (purpose === 'invitation') {
    const invite = pool.AdminCreateUserConfig?.InviteMessageTemplate;
    if (medium === 'SMS') return { text: invite?.SMSMessage ?? invitation };
    return { subject: invite?.EmailSubject, text: invite?.EmailMessage ?? invitation };
  }
  const standard = purpose === 'resetPassword' ? reset : verification;
  if (medium === 'SMS') return { text: template.SmsMessage ?? standard };
  if (template.DefaultEmailOption === 'CONFIRM_WITH_LINK' && purpose !== 'resetPassword') {
    return { subject: template.EmailSubjectByLink, text: template.EmailMessageByLink ?? '{##Verify your email##}' };
  }
  return { subject: template.EmailSubject, text: template.EmailMessage ?? standard };
}
