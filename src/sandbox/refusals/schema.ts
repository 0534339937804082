import type { SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import type { Checked } from '../operation.js';
import { customName, isStandard, standardType } from '../pool/schema.js';
import type { Refusal } from '../refusal.js';

/** The attributes that a request brings, and the names that the pool has already. */
export interface SchemaSubject {
  readonly declared: readonly Checked<SchemaAttributeType>[];
  readonly existing: readonly string[];
}

const customs = ({ declared }: SchemaSubject) => declared.filter(({ Name = '' }) => !isStandard(Name));

export const schemaRefusals: readonly Refusal<SchemaSubject>[] = [
  {
    id: 'schema-custom-required',
    evidence: 'measured',
    words: (subject) =>
      customs(subject).some((attribute) => attribute.Required) &&
      'Required custom attributes are not supported currently.',
  },
  {
    id: 'schema-duplicate',
    evidence: 'measured',
    words: (subject) => {
      const names = customs(subject).map(customName);
      const twice = names.find((name, index) => names.indexOf(name) < index);
      return twice && `Duplicate custom attribute names ${twice} are not allowed in a user pool schema.`;
    },
  },
  {
    id: 'schema-standard-type',
    evidence: 'measured',
    words: ({ declared }) => {
      const changed = declared.find(({ Name = '', AttributeDataType: type, DeveloperOnlyAttribute: dev }) => {
        return isStandard(Name) && ((type !== undefined && type !== standardType(Name)) || dev);
      });
      return (
        changed &&
        `You can not change AttributeDataType or set developerOnlyAttribute for standard schema attribute ${changed.Name}`
      );
    },
  },
  {
    id: 'schema-custom-type',
    evidence: 'reported',
    words: (subject) =>
      customs(subject).some((attribute) => attribute.AttributeDataType === undefined) &&
      'Invalid AttributeDataType input, consider using the provided AttributeDataType enum.',
  },
  {
    id: 'schema-number-order',
    evidence: 'measured',
    words: (subject) => {
      const reversed = customs(subject).find(({ NumberAttributeConstraints: bounds }) => {
        return Number(bounds?.MinValue ?? -Infinity) > Number(bounds?.MaxValue ?? Infinity);
      });
      return reversed && `Attribute ${customName(reversed)} cannot have a max value smaller than it's min value`;
    },
  },
  {
    id: 'schema-existing',
    evidence: 'reported',
    words: (subject) => {
      const taken = customs(subject).find((attribute) => subject.existing.includes(customName(attribute)));
      return taken && `custom:${taken.Name}: Existing attribute already has name ${customName(taken)}.`;
    },
  },
];
