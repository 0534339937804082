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
  readonly include?: readonly string[];
  readonly unmanaged?: readonly Unmanaged[];
}

const text = (description: string, rest: object = {}): JsonSchema => ({
  type: 'string',
  minLength: 1,
  description,
  ...rest,
});

/** Their schema, as the facets' is made from rows. */
export const SPEC_KEYS: { readonly [K in keyof SpecKeys]-?: JsonSchema } = {
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
        expires: text('Day on which this ends.', {
          pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
          'x-says': 'a day such as 2027-01-31, in quotes',
          examples: ['2027-01-31'],
        }),
      },
    },
    examples: [[{ path: 'clients.web.callbackUrls', owner: 'billing team', reason: 'Set by the billing pipeline.' }]],
  },
};
