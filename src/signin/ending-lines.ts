import type { Ending, Left } from './sign-in.js';
import type { TokenFacts } from './token-facts.js';

/** How a sign-in ended, for people. `refreshValidity` is how long a refresh token lives, as the spec has it: `30d`. */
export function endingLines(ending: Ending, refreshValidity: string): string[] {
  if (ending.kind === 'stopped') return [`stopped  at ${ending.at}: ${ending.why}`];
  if (ending.kind === 'refused') return [`refused  ${ending.reason}`, ...helpFor(ending.reason)];
  return [`signed in  ${facts(ending.facts)}`, `session  ${session(ending.left, refreshValidity)}`];
}

function facts({ accessMinutes, idMinutes, groups, scopes }: TokenFacts): string {
  const lives = (what: string, minutes: number | undefined) =>
    minutes === undefined ? [] : [`${what} ${minutes} min`];
  return [
    ...lives('access token', accessMinutes),
    ...lives('ID token', idMinutes),
    `groups ${groups.join(', ') || 'none'}`,
    `scopes ${scopes.join(', ') || 'none'}`,
  ].join('; ');
}

function session(left: Left, refreshValidity: string): string {
  if (left === 'nothing') return 'the refresh token was revoked';
  return `the refresh token was not revoked, and is good for ${refreshValidity}: ${left.reason}`;
}

/** By the words of AWS. */
const HELP: readonly (readonly [RegExp, string])[] = [
  [
    /flow not enabled|is not enabled for the client/i,
    'The live client does not allow this flow: `poolward audit` compares its authFlows.',
  ],
  [
    /session (is |has )?expired|Invalid session/i,
    'Answer within clients.*.authSessionMinutes; a proof by SRP within seconds.',
  ],
  [/^(TooManyRequests|Throttling|LimitExceeded)/, 'Too many sign-ins at once: wait, and try again.'],
  [/User is disabled/i, 'Enable the user, or sign in with another one.'],
  [/^UserNotFound/, 'The pool has no such user, or the client lets users sign in by another name.'],
  [/^UserNotConfirmed/, 'Confirm the user first (aws cognito-idp admin-confirm-sign-up).'],
  [/^PasswordResetRequired/, 'An administrator has reset the password: the user sets a new one first.'],
  [
    /SecretHash|SECRET_HASH/,
    'The client has a secret: clients.*.secret says so in a spec, and POOLWARD_CLIENT_SECRET holds it.',
  ],
  [/already been used once/i, 'A code of the app is good for one sign-in: wait half a minute.'],
  [
    /Incorrect username or password/i,
    'The password is wrong, or the pool has no such user: AWS does not say which. `poolward users explain` looks the user up.',
  ],
  [
    /attempts exceeded/i,
    'AWS locks the user for a while after too many wrong passwords: wait, and correct the password.',
  ],
  [/^CodeMismatch/, 'Begin again for a new code.'],
  [/^ExpiredCode/, 'The code has expired: begin again for a new one.'],
  [/^InvalidPassword/, 'The new password does not meet `passwordPolicy` of the pool: begin again, and choose another.'],
];

function helpFor(reason: string): string[] {
  const found = HELP.find(([words]) => words.test(reason));
  return found ? [`         ${found[1]}`] : [];
}
