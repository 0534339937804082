import type { AttributeType, PasswordPolicyType } from '@aws-sdk/client-cognito-identity-provider';
import type { Refusal } from '../refusal.js';
import type { StoredPool } from '../store.js';
import { schemaAttribute } from '../users/attributes.js';

/** Attributes that a request would give to a user. */
export interface AttributesSubject {
  readonly pool: StoredPool;
  readonly given: readonly AttributeType[];
  readonly updating: boolean;
}

export const attributeRefusals: readonly Refusal<AttributesSubject>[] = [
  {
    id: 'user-attribute-unknown',
    evidence: 'reported',
    words: ({ pool, given }) => {
      const unknown = given.find(({ Name = '' }) => !schemaAttribute(pool, Name));
      return (
        unknown &&
        `Attributes did not conform to the schema: Type for attribute {${unknown.Name}} could not be determined`
      );
    },
  },
  {
    id: 'user-attribute-immutable',
    evidence: 'reported',
    words: ({ pool, given, updating }) => {
      const fixed = given.find(
        ({ Name = '' }) => Name === 'sub' || (updating && schemaAttribute(pool, Name)?.Mutable === false),
      );
      return fixed && `Cannot modify the non-mutable attribute ${fixed.Name}`;
    },
  },
  {
    id: 'user-email-format',
    evidence: 'reported',
    words: ({ given }) =>
      given.some(({ Name, Value }) => Name === 'email' && Value && !isEmail(Value)) && 'Invalid email address format.',
  },
  {
    id: 'user-phone-format',
    evidence: 'reported',
    words: ({ given }) =>
      given.some(({ Name, Value }) => Name === 'phone_number' && Value && !isPhone(Value)) &&
      'Invalid phone number format.',
  },
];

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text);
export const isPhone = (text: string): boolean => /^\+[1-9]\d{1,14}$/.test(text);

/** A name for a new user. */
export interface NameSubject {
  readonly pool: StoredPool;
  readonly name: string;
}

export const nameRefusals: readonly Refusal<NameSubject>[] = [
  {
    id: 'username-form',
    evidence: 'reported',
    words: ({ pool: { pool }, name }) => {
      const allowed = pool.UsernameAttributes ?? [];
      const fits = allowed.some((kind) => (kind === 'email' ? isEmail(name) : isPhone(name)));
      return allowed.length > 0 && !fits && demanded[allowed.length > 1 ? 'either' : (allowed[0] ?? 'email')];
    },
  },
  {
    id: 'username-is-alias',
    evidence: 'reported',
    words: ({ pool: { pool }, name }) => {
      if (pool.AliasAttributes?.includes('email') && isEmail(name)) return aliasForm('email');
      return pool.AliasAttributes?.includes('phone_number') && isPhone(name) && aliasForm('phone number');
    },
  },
];

const demanded = {
  email: 'Username should be an email.',
  phone_number: 'Username should be a phone number.',
  either: 'Username should be either an email or a phone number.',
};

const aliasForm = (form: string): string =>
  `Username cannot be of ${form} format, since user pool is configured for ${form} alias.`;

export interface PasswordSubject {
  readonly password: string;
  readonly policy: PasswordPolicyType;
}

const misses = (what: string): string => `Password did not conform with policy: Password ${what}`;
const rule = (
  id: string,
  demand: keyof PasswordPolicyType,
  pattern: RegExp,
  what: string,
): Refusal<PasswordSubject> => ({
  id,
  evidence: 'reported',
  type: 'InvalidPasswordException',
  words: ({ password, policy }) =>
    !!policy[demand] && !pattern.test(password) && misses(`must have ${what} characters`),
});

export const passwordRefusals: readonly Refusal<PasswordSubject>[] = [
  {
    id: 'password-length',
    evidence: 'reported',
    type: 'InvalidPasswordException',
    words: ({ password, policy }) => password.length < (policy.MinimumLength ?? 8) && misses('not long enough'),
  },
  rule('password-uppercase', 'RequireUppercase', /[A-Z]/, 'uppercase'),
  rule('password-lowercase', 'RequireLowercase', /[a-z]/, 'lowercase'),
  rule('password-numbers', 'RequireNumbers', /\d/, 'numeric'),
  rule('password-symbols', 'RequireSymbols', /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/, 'symbol'),
];
