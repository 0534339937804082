import { invalidParameter, serialization } from '../wire.js';
import { broken, constraintsOf } from './constraints.js';
import type { ListShape, MapShape, Shape, StructureShape } from './shape.js';

/**
 * Checks a request against its shape and returns it without the members that the shape does not know (AWS ignores them).
 * The words are AWS's: "1 validation error detected: Value 'x' at 'y' failed to satisfy constraint: …".
 */
export function validate(shape: StructureShape, body: unknown): Record<string, unknown> {
  const violations: string[] = [];
  const checked = checkStructure(shape, body, '', violations);
  if (violations.length > 0) throw invalidParameter(summary(violations));
  return checked;
}

function summary(violations: readonly string[]): string {
  const count = violations.length;
  return `${count} validation error${count === 1 ? '' : 's'} detected: ${violations.join('; ')}`;
}

function check(shape: Shape, value: unknown, path: string, violations: string[]): unknown {
  demandType(shape, value);
  const words = broken(shape, value);
  if (words) violations.push(violation(shape, value, path, words));
  if (shape.kind === 'structure') return checkStructure(shape, value, `${path}.`, violations);
  if (shape.kind === 'list') return checkList(shape, value as unknown[], path, violations);
  if (shape.kind === 'map') return checkMap(shape, value as Record<string, unknown>, path, violations);
  return value;
}

function checkStructure(shape: StructureShape, value: unknown, prefix: string, violations: string[]) {
  demandType(shape, value);
  const given = value as Record<string, unknown>;
  const checked: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const path = prefix + memberPath(name);
    // JSON null is the same as absent on this protocol.
    if (given[name] === undefined || given[name] === null) {
      if (shape.required.includes(name)) violations.push(violation(member, null, path, 'Member must not be null'));
    } else checked[name] = check(member, given[name], path, violations);
  }
  return checked;
}

function checkList(shape: ListShape, values: unknown[], path: string, violations: string[]): unknown[] {
  const { member } = shape;
  if (member.kind === 'structure') {
    return values.map((value, index) => check(member, value, `${path}.${index + 1}.member`, violations));
  }
  for (const value of values) demandType(member, value);
  if (values.some((value) => broken(member, value))) violations.push(nested(shape, values, path, 'Member', member));
  return values;
}

function checkMap(shape: MapShape, values: Record<string, unknown>, path: string, violations: string[]) {
  const entries = Object.entries(values);
  if (shape.value.kind === 'structure') {
    return Object.fromEntries(
      entries.map(([key, value]) => [key, check(shape.value, value, `${path}.${key}.member`, violations)]),
    );
  }
  for (const [, value] of entries) demandType(shape.value, value);
  if (entries.some(([key]) => broken(shape.key, key))) {
    violations.push(nested(shape, values, path, 'Map keys', shape.key));
  }
  if (entries.some(([, value]) => broken(shape.value, value))) {
    violations.push(nested(shape, values, path, 'Map value', shape.value));
  }
  return values;
}

function nested(shape: Shape, value: unknown, path: string, what: string, member: Shape): string {
  const demands = constraintsOf(member).map((constraint) => constraint.words);
  return violation(shape, value, path, `${what} must satisfy constraint: [${demands.join(', ')}]`);
}

function violation(shape: Shape, value: unknown, path: string, words: string): string {
  const shown = hidden(shape) ? 'Value' : `Value ${value === null ? 'null' : `'${printed(shape, value)}'`}`;
  return `${shown} at '${path}' failed to satisfy constraint: ${words}`;
}

const hidden = (shape: Shape): boolean => shape.kind === 'text' && shape.sensitive === true;

/** A value as Java's toString prints it, in AWS's Latin letters: `[RecoveryOptionType(priority=1, name=admin_only)]`. */
function printed(shape: Shape, value: unknown): string {
  if (value === undefined || value === null) return 'null';
  if (shape.kind === 'list') return `[${(value as unknown[]).map((item) => printed(shape.member, item)).join(', ')}]`;
  if (shape.kind === 'map')
    return `{${Object.entries(value)
      .map((pair) => pair.join('='))
      .join(', ')}}`;
  if (shape.kind !== 'structure') return String(value).replaceAll(/[^\x00-\xff]/g, '?');
  const given = value as Record<string, unknown>;
  const members = Object.entries(shape.members).map(([name, m]) => `${memberPath(name)}=${printed(m, given[name])}`);
  return `${shape.name}(${members.join(', ')})`;
}

/** AWS's own name of a member: `SMSMessage` is `smsMessage`. Two members have another name inside AWS. */
function memberPath(name: string): string {
  if (name === 'InviteMessageTemplate') return 'inviteMessage';
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/, (start) => start.toLowerCase());
}

const jsonTypes: Readonly<Record<Shape['kind'], string>> = {
  text: 'string',
  oneOf: 'string',
  blob: 'string',
  integer: 'number',
  timestamp: 'number',
  boolean: 'boolean',
  list: 'array',
  map: 'object',
  structure: 'object',
  anything: '',
};

function demandType(shape: Shape, value: unknown): void {
  const wanted = jsonTypes[shape.kind];
  const found = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  if (wanted !== '' && wanted !== found) throw serialization(found, wanted);
}
