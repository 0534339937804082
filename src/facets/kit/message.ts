const SIGNS = '\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s';
const MUST_MATCH = 'Member must satisfy regular expression pattern: ';
/** AWS's patterns, as its answers quote them; for SMS they differ from its documentation. */
const AWS_SIGNS = '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*';
const AWS_SMS = `${MUST_MATCH}(?s).*\\{####\\}(?s).*`;
const AWS_MAIL = `${MUST_MATCH}${AWS_SIGNS}\\{####\\}${AWS_SIGNS}`;
const AWS_LINK = `${MUST_MATCH}${AWS_SIGNS}\\{##${AWS_SIGNS}##\\}${AWS_SIGNS}`;

/** A text must have one of these in it: the regular expression, and what people write. */
const CODE = { matches: '\\{####\\}', says: 'a text with the placeholder {####}' };
const LINK = { matches: '\\{##[\\s\\S]*##\\}', says: 'a text with a link placeholder such as {##click here##}' };

type Placeholder = typeof CODE;

const holding = ({ matches }: Placeholder): string => `^(?=[\\s\\S]*${matches})`;

const mail = (placeholder: Placeholder, answer: string) =>
  ({
    length: [6, 20000],
    pattern: `${holding(placeholder)}[${SIGNS}]*$`,
    says: `${placeholder.says}, without control characters`,
    answers: { pattern: answer },
  }) as const;

/** AWS takes any character in an SMS. */
const sms = (placeholder: Placeholder) =>
  ({ length: [6, 140], pattern: holding(placeholder), says: placeholder.says, answers: { pattern: AWS_SMS } }) as const;

/** The subject of a mail. */
export const SUBJECT = {
  length: [1, 140],
  pattern: `^[${SIGNS}]+$`,
  says: 'a text without control characters',
  answers: { maxLength: 'Member must have length less than or equal to 140' },
} as const;

/** The body of a mail that need not hold anything. */
export const BODY = { length: [6, 20000], pattern: SUBJECT.pattern, says: SUBJECT.says } as const;

export const CODE_MAIL = mail(CODE, AWS_MAIL);
export const LINK_MAIL = mail(LINK, AWS_LINK);
/** The placeholders of an invitation depend on how users sign in: the rule invitation-lacks-placeholder. */
export const INVITATION_MAIL = BODY;
export const CODE_SMS = sms(CODE);
export const INVITATION_SMS = { length: [6, 140] } as const;

/** AWS’s answer to an invitation without a code. */
export const CODE_PATTERNS = { invitationEmailMessage: AWS_MAIL, invitationSmsMessage: AWS_SMS } as const;
