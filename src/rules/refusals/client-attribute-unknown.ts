import { quote } from '../../spec/quote.js';
import { standardType } from '../kit/attributes.js';
import { items } from '../kit/items.js';
import { api, RECORDED_REFUSALS } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

/** Cognito sets these itself. */
const UNWRITABLE: readonly string[] = ['sub', 'email_verified', 'phone_number_verified'];

const LISTS = { readAttributes: 'read', writeAttributes: 'write' } as const;

export const clientAttributeUnknown: RefusalRule = {
  id: 'client-attribute-unknown',
  kind: 'refusal',
  severity: 'error',
  confidence: 'measured',
  summary: 'A client reads and writes only attributes that the pool has, and writes none that Cognito sets itself.',
  why:
    'AWS refuses a client that names an attribute which is neither standard nor in the pool. Attributes of the pool’s own ' +
    'are listed with their prefix: custom:name.',
  references: [api('CreateUserPoolClient'), RECORDED_REFUSALS],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        attributes:
          custom:tenant:
            maxLength: 64
        clients:
          web:
            readAttributes: [email, email_verified, custom:tenant]
            writeAttributes: [email]
      `,
    ],
    invalid: [
      yaml`
        clients:
          web:
            readAttributes: [email, custom:tenant]
      `,
      yaml`
        clients:
          web:
            writeAttributes: [email, email_verified]
      `,
    ],
  },
  *check(input) {
    const own = new Set(objects(input, 'attributes').map(({ key }) => key));
    const known = (name: string) => own.has(name) || standardType(input, name) !== undefined;
    for (const { settings, path, name } of objects(input, 'clients')) {
      for (const [list, verb] of Object.entries(LISTS) as [keyof typeof LISTS, string][]) {
        const unwritable = (item: string) => verb === 'write' && UNWRITABLE.includes(item);
        for (const { item, path: at } of items(
          settings[list],
          path(list),
          (item) => !known(item) || unwritable(item),
        )) {
          yield {
            path: at,
            message:
              `${name(list)} has ${quote(item)}, which ${known(item) ? 'only Cognito writes' : 'the pool does not have'}; AWS would ` +
              `answer "Invalid ${verb} attributes specified while creating a client".`,
            help: known(item) ? `Remove it from ${list}.` : 'Declare it under attributes, or name one that is there.',
          };
        }
      }
    }
  },
};
