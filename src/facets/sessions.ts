import type { DeepPartial, Unsupported, WriteInputs } from '../model/facet.js';
import { defineFacet } from './kit/define.js';
import { fewer, on } from './kit/stronger.js';

/** No issue asks for it yet: the link is to the arguments that there are. */
const UNSUPPORTED: Unsupported = {
  unsupported: 'it has no argument for session tracking',
  issue: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool',
};

const set = (partial: DeepPartial<WriteInputs['SetUserPoolSessionConfiguration']>) =>
  ({ operation: 'SetUserPoolSessionConfiguration', partial }) as const;

export const sessions = defineFacet({
  id: 'sessions',
  title: 'Sessions',
  summary:
    'Whether Cognito keeps track of users’ sessions, and how many a user may have. Needs tier essentials or plus.',
  reads: ['sessions'],
  resource: undefined,
  references: [
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolSessionConfiguration.html',
  ],
  silence: 'documented: UserPoolTokenSessionConfigType, and tracking is off until it is set',
  fields: (f) => ({
    tracking: f.boolean({
      doc: 'Whether sessions are tracked. ssoMinutes of a client counts only while they are.',
      default: false,
      covers: ['SetUserPoolSessionConfiguration.UserSessionTracking'],
      live: ({ sessions }) => sessions.UserSessionTracking && sessions.UserSessionTracking === 'ENABLED',
      write: (on) => set({ UserSessionTracking: on ? 'ENABLED' : 'DISABLED' }),
      terraform: UNSUPPORTED,
      stronger: on,
    }),
    maxPerUser: f.integer({
      doc: 'How many sessions a user may have; the next sign-in ends the one that was used least recently.',
      range: [1, 100],
      default: 20,
      covers: ['SetUserPoolSessionConfiguration.TokenSession.MaxPerUser'],
      live: ({ sessions }) => sessions.TokenSession?.MaxPerUser,
      write: (MaxPerUser) => set({ TokenSession: { MaxPerUser: MaxPerUser ?? 20 } }),
      terraform: UNSUPPORTED,
      stronger: fewer,
    }),
  }),
});
