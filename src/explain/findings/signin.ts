import type { FindingKind } from './kind.js';

const GUIDE = 'https://docs.aws.amazon.com/cognito/latest/developerguide/';

/** About one sign-in to a live pool (`poolward signin`). */
export const SIGNIN: readonly FindingKind[] = [
  {
    id: 'signin/other-challenge',
    severity: ['error', 'note'],
    summary: 'A sign-in was asked for another second factor than the spec, or --expect, says.',
    why: 'What a user is asked for follows from the settings of the pool and of the user. A factor that is not asked for protects nobody, and one that nobody expects locks users out. It is a note where the other factor was seen on real pools too, or threat protection demands it.',
    todo: 'Run poolward audit to see whether the live pool differs from its spec, and poolward users explain for the user.',
    references: [`${GUIDE}user-pool-settings-mfa.html`],
  },
  {
    id: 'signin/other-first-factor',
    severity: ['error'],
    summary: 'Cognito offers a first factor that signIn.firstFactors does not list.',
    why: 'Users may then sign in without the password that the spec demands of them.',
    todo: 'List the factor in signIn.firstFactors, or deploy the spec.',
    references: [`${GUIDE}authentication-flows-selection-sdk.html`],
  },
];
