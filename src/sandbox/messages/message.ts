/** A mail or a text message that Cognito would have sent. */
export interface Message {
  readonly medium: 'EMAIL' | 'SMS';
  /** The whole address: `a@example.com`, `+15550100`. */
  readonly to: string;
  readonly purpose: Purpose;
  /** What the user is to type in; of an invitation, the temporary password. */
  readonly code: string;
  readonly subject?: string;
  readonly text: string;
  readonly userName: string;
  readonly poolId: string;
  readonly at: Date;
}

export type Purpose = 'signUp' | 'resetPassword' | 'verifyAttribute' | 'mfa' | 'signIn' | 'invitation';

/** An address as AWS shows it to who is not signed in: `a***@e***`, `+*******1234`. */
export function masked(medium: Message['medium'], address: string): string {
  if (medium === 'EMAIL') {
    const [name = '', host = ''] = address.split('@');
    return `${name.charAt(0)}***@${host.charAt(0)}***`;
  }
  const digits = address.replace(/^\+/, '');
  return `+${'*'.repeat(Math.max(0, digits.length - 4))}${digits.slice(-4)}`;
}
