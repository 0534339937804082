import type { AttributeType, SchemaAttributeType } from '@aws-sdk/client-cognito-identity-provider';
import type { StoredPool } from '../store.js';

export function attributeValue(attributes: readonly AttributeType[], name: string): string | undefined {
  return attributes.find((attribute) => attribute.Name === name)?.Value;
}

export function schemaAttribute({ pool }: StoredPool, name: string): SchemaAttributeType | undefined {
  return pool.SchemaAttributes?.find((attribute) => attribute.Name === name);
}

/** `given` over `before`, in the order in which they came. An empty value deletes the attribute. */
export function merged(before: readonly AttributeType[], given: readonly AttributeType[]): AttributeType[] {
  const all = new Map(before.map(({ Name = '', Value = '' }) => [Name, Value]));
  for (const { Name = '', Value = '' } of given) {
    if (Value === '') all.delete(Name);
    else all.set(Name, Value);
  }
  return [...all].map(([Name, Value]) => ({ Name, Value }));
}

/** A new address is not verified until someone says so. */
export function withVerification(
  before: readonly AttributeType[],
  after: AttributeType[],
  given: readonly AttributeType[],
) {
  let result = after;
  for (const name of ['email', 'phone_number']) {
    const flag = `${name}_verified`;
    const changed = attributeValue(after, name) !== attributeValue(before, name);
    if (changed && attributeValue(given, flag) === undefined) {
      const Value = attributeValue(after, name) === undefined ? '' : 'false';
      result = merged(result, [{ Name: flag, Value }]);
    }
  }
  return result;
}
