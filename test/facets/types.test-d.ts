// Compiled by `npm run types`, never run: what must be a compile error, and what must not.
import type { PoolSpec } from '../../src/facets/index.js';
import { defineFacet, defineKeyedFacet } from '../../src/facets/kit/define.js';

const described = {
  title: 'Sample',
  summary: 'A sample.',
  resource: 'aws_cognito_user_pool',
  references: [],
} as const;

export const rows = defineFacet({
  ...described,
  id: 'sample',
  reads: ['mfa'],
  fields: (f) => ({
    right: f.text({
      doc: 'Compiles.',
      example: 'a',
      covers: [],
      live: ({ mfa }) => mfa.WebAuthnConfiguration?.RelyingPartyId,
      terraform: (relyingPartyId) => ({ webAuthnConfiguration: { relyingPartyId } }),
    }),
    misspelt: f.boolean({
      doc: 'A Terraform argument that does not exist.',
      default: false,
      covers: [],
      // @ts-expect-error deletionProtektion
      terraform: (on) => ({ deletionProtektion: on ? 'ACTIVE' : 'INACTIVE' }),
    }),
    misspeltBlock: f.boolean({
      doc: 'A Terraform argument of a block that does not exist.',
      default: false,
      covers: [],
      // @ts-expect-error enabld
      terraform: (enabld) => ({ softwareTokenMfaConfiguration: { enabld } }),
    }),
    undeclared: f.text({
      doc: 'Looks at a section that the facet does not read.',
      example: 'a',
      covers: [],
      // @ts-expect-error pool is not in reads
      live: ({ pool }) => pool.Name,
    }),
    wrongDefault: f.integer({
      doc: 'A default of another type.',
      range: [0, 9],
      // @ts-expect-error a text
      default: 'eight',
      covers: [],
    }),
    wrongWord: f.oneOf(
      { off: 'OFF', on: 'ON' },
      {
        doc: 'A default that is none of the words.',
        // @ts-expect-error AWS's word instead of the spec's
        default: 'OFF',
        covers: [],
      },
    ),
    wrongLive: f.boolean({
      doc: 'Reads a text as a flag.',
      default: false,
      covers: [],
      // @ts-expect-error a text
      live: ({ mfa }) => mfa.MfaConfiguration,
    }),
    wrongWrite: f.boolean({
      doc: 'Writes a member that the operation does not have.',
      default: false,
      covers: [],
      // @ts-expect-error MfaConfig
      write: () => ({ operation: 'SetUserPoolMfaConfig', partial: { MfaConfig: 'OFF' } }),
    }),
  }),
});

export const keyed = defineKeyedFacet({
  ...described,
  resource: 'aws_cognito_user_pool_domain',
  id: 'samples',
  noun: 'sample',
  reads: ['domains'],
  key: { doc: 'A key.', pattern: '.', example: 'a' },
  closed: true,
  extra: 'error',
  entries: ({ domains }) => domains,
  fields: (f) => ({
    right: f.text({ doc: 'Compiles.', example: 'a', covers: [], live: (domain) => domain.Domain }),
    // @ts-expect-error a client's member
    wrong: f.text({ doc: 'Another object.', example: 'a', covers: [], live: (domain) => domain.ClientName }),
  }),
});

const pool = { id: 'acme', name: 'acme', region: 'eu-west-1', account: '123456789012' };

export const specs: readonly PoolSpec[] = [
  { pool, mfa: { mode: 'optional', totp: true }, clients: { web: { authFlows: ['srp'] } } },
  // @ts-expect-error no such mode
  { pool, mfa: { mode: 'OPTIONAL' } },
  // @ts-expect-error no such setting
  { pool, mfa: { smss: true } },
  // @ts-expect-error no such section
  { pool, mfaa: {} },
  // @ts-expect-error a number in a text
  { pool, clients: { web: { name: 1 } } },
  // @ts-expect-error pool.account is required
  { pool: { id: 'acme', name: 'acme', region: 'eu-west-1' } },
  // @ts-expect-error pool is required
  { mfa: { mode: 'off' } },
];
