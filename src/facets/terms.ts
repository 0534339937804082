import type { DeepPartial, Unsupported, WriteInputs } from '../model/facet.js';
import { whole } from '../model/merge.js';
import { defineKeyedFacet } from './kit/define.js';

const UNSUPPORTED: Unsupported = {
  unsupported: 'it has no resource for terms documents',
  issue: 'https://github.com/hashicorp/terraform-provider-aws/issues/45604',
};

const update = (partial: DeepPartial<WriteInputs['UpdateTerms']>) => ({ operation: 'UpdateTerms', partial }) as const;

/** The languages of managed login. Source: the API reference of CreateTerms. */
const LANGUAGES =
  '^cognito:(default|dutch|english|french|spanish|german|bahasa-indonesia|italian|japanese|korean|portuguese-brazil|chinese-(simplified|traditional))$';

export const terms = defineKeyedFacet({
  id: 'terms',
  title: 'Terms documents',
  summary:
    'Links to terms of use and privacy policy on the sign-up page of managed login, by client. Shown once a client has both.',
  noun: 'terms document',
  reads: ['terms'],
  resource: undefined,
  unsupported: UNSUPPORTED,
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-managed-login.html#managed-login-terms-documents',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateTerms.html',
  ],
  key: {
    doc: 'Key of the client and kind of the document: `web/terms-of-use` or `web/privacy-policy`.',
    pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}/(terms-of-use|privacy-policy)$',
    example: 'web/terms-of-use',
  },
  keyedBy: 'clients',
  closed: true,
  extra: 'warning',
  entries: ({ terms }) => terms,
  create: ({ key, values, owner }) => ({
    operation: 'CreateTerms',
    input: {
      ClientId: owner,
      TermsName: key.split('/')[1],
      TermsSource: 'LINK',
      Enforcement: 'NONE',
      Links: values['links'],
    },
  }),
  remove: ({ id }) => ({ operation: 'DeleteTerms', input: { TermsId: id ?? '' } }),
  adviseExtra: () => ({ cause: 'Made outside the code: the sign-up page leads to pages that the spec does not name.' }),
  silence: 'inferred: both values are required members of the API',
  fields: (f) => ({
    links: f.map({
      doc: 'Addresses of the document by language; `cognito:default` for the languages that are not listed.',
      keys: { pattern: LANGUAGES, says: 'cognito: and a language of managed login, such as cognito:default' },
      values: { length: [1, 1024], pattern: '^[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+$', says: 'an address' },
      count: [1, 13],
      required: true,
      example: { 'cognito:default': 'https://acme.example/terms' },
      covers: ['CreateTerms.Links.*'],
      live: (document) => document.Links,
      write: (Links) => update({ Links: whole({ ...Links }) }),
      terraform: UNSUPPORTED,
    }),
    source: f.oneOf(
      { link: 'LINK' },
      {
        doc: 'What the document is; AWS knows links only.',
        default: 'link',
        covers: ['CreateTerms.TermsSource'],
        live: (document) => document.TermsSource,
        write: () => update({ TermsSource: 'LINK' }),
        terraform: UNSUPPORTED,
      },
    ),
    enforcement: f.oneOf(
      { none: 'NONE' },
      {
        doc: 'Whether users must agree; AWS knows none only.',
        default: 'none',
        covers: ['CreateTerms.Enforcement'],
        live: (document) => document.Enforcement,
        write: () => update({ Enforcement: 'NONE' }),
        terraform: UNSUPPORTED,
      },
    ),
  }),
});
