import { ACCEPTABLE_DRIFT, type Acceptance } from './accept.js';
import type { JsonSchema } from './facet.js';

/** A part of the pool that somebody else keeps: it is neither compared nor written. */
export interface Unmanaged {
  /** Spec path of a section, an object or a setting: `clients.web.callbackUrls`. */
  readonly path?: string;
  /** Or the id of one live object that no spec declares. Never a name: names are free text, and anybody can choose one. */
  readonly id?: string;
  readonly owner: string;
  readonly reason: string;
  /** Day on which this ends, YYYY-MM-DD; from then on the part is compared again. */
  readonly expires?: string;
}

/** Keys of a spec that say how it is to be read, not what the pool is. */
export interface SpecKeys {
  readonly extends?: string | readonly string[];
  readonly remove?: readonly string[];
  readonly overlays?: Readonly<Record<string, object | null>>;
  readonly baseline?: string | readonly string[];
  readonly include?: readonly string[];
  readonly unmanaged?: readonly Unmanaged[];
  readonly accept?: readonly Acceptance[];
}

const text = (description: string, rest: object = {}): JsonSchema => ({
  type: 'string',
  minLength: 1,
  description,
  ...rest,
});

const DAY = text('Day on which this ends.', {
  pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
  'x-says': 'a day such as 2027-01-31, in quotes',
  examples: ['2027-01-31'],
});

const yamlFiles = (rest: object): JsonSchema => ({
  type: ['string', 'array'],
  pattern: '\\.ya?ml$',
  items: { type: 'string', pattern: '\\.ya?ml$' },
  uniqueItems: true,
  ...rest,
});

/** Their schema, as the facets' is made from rows. */
export const SPEC_KEYS: { readonly [K in keyof SpecKeys]-?: JsonSchema } = {
  extends: yamlFiles({
    title: 'Extends',
    description:
      'The file, or files, that this one lies over: what is said here replaces what they say, setting by setting. Paths are relative to this file.',
    examples: ['../base.yaml'],
  }),
  remove: {
    title: 'Remove',
    description: 'Sections, objects and settings of what lies beneath that are not to be taken over, by spec path.',
    type: 'array',
    items: { type: 'string', minLength: 1 },
    uniqueItems: true,
    examples: [['clients.legacy', 'mfa.email']],
  },
  overlays: {
    title: 'Overlays',
    description:
      'What is different in each environment, by its name: each makes a spec of its own, and --environment takes one of them.',
    type: 'object',
    additionalProperties: { type: ['object', 'null'] },
    examples: [{ production: { pool: { id: 'acme-production', deletionProtection: true } } }],
  },
  baseline: yamlFiles({
    title: 'Baseline',
    description:
      'A file, or files, with settings that this spec may strengthen and not weaken. Paths are relative to this file.',
    examples: ['../platform/baseline.yaml'],
  }),
  include: {
    title: 'Include',
    description:
      'Further files that declare objects of this pool (clients, groups …), so that several teams can own theirs. Paths are relative to this file.',
    type: 'array',
    items: { type: 'string', minLength: 1 },
    uniqueItems: true,
    examples: [['teams/billing.yaml']],
  },
  unmanaged: {
    title: 'Unmanaged',
    description:
      'Parts that somebody else keeps: neither compared nor written, and listed in every report. By path or by id of a live object, never by name.',
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['owner', 'reason'],
      properties: {
        path: text('Spec path of a section, an object or a setting.', { examples: ['clients.web.callbackUrls'] }),
        id: text('Id of a live object that no spec declares.', { examples: ['1h57kf5cpq17m0eml12example'] }),
        owner: text('Who keeps it.', { examples: ['billing team'] }),
        reason: text('Why it is not kept here.', { examples: ['Set by the billing pipeline.'] }),
        expires: DAY,
      },
    },
    examples: [[{ path: 'clients.web.callbackUrls', owner: 'billing team', reason: 'Set by the billing pipeline.' }]],
  },
  accept: {
    title: 'Accept',
    description:
      'Findings that are known and tolerated, by rule or drift, and path. They are reported as accepted and do not count; an entry that has ended or matches nothing is a finding.',
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['rule', 'owner', 'reason'],
      properties: {
        rule: text('Id of a rule, or of a drift.', { examples: ['drift/changed'] }),
        path: text('Spec path of a section, an object, a setting or an item of a list; all beneath it is meant too.', {
          examples: ['clients.web.callbackUrls', 'clients.web.callbackUrls[http://localhost:3000/]'],
        }),
        owner: text('Who answers for it.', { examples: ['identity team'] }),
        reason: text('Why it is tolerated.', { examples: ['The old app needs it until it is retired.'] }),
        expires: DAY,
      },
    },
    examples: [
      [
        {
          rule: 'drift/changed',
          path: 'clients.web.callbackUrls',
          owner: 'identity team',
          reason: 'The load test adds its own.',
          expires: '2027-01-31',
        },
      ],
    ],
  },
};

/** The same, where the ids of all rules are known: an editor can offer them, and a misspelt one is refused. */
export function specKeysWith(rules: readonly string[]): Readonly<Record<string, JsonSchema>> {
  const accept = structuredClone(SPEC_KEYS.accept) as { items: { properties: { rule: Record<string, unknown> } } };
  Object.assign(accept.items.properties.rule, { enum: [...rules, ...ACCEPTABLE_DRIFT] });
  return { ...SPEC_KEYS, accept };
}
