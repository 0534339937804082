/** The shape of a request member, with the bounds that AWS checks before the operation runs. */
export type Shape =
  | TextShape
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'integer'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'blob'; readonly max: number }
  | { readonly kind: 'boolean' | 'timestamp' | 'anything' }
  | ListShape
  | MapShape
  | StructureShape;

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

export interface TextShape extends Bounds {
  readonly kind: 'text';
  /** A Java regular expression that the whole value must match. */
  readonly pattern?: string;
  /** The value is left out of error messages. */
  readonly sensitive?: boolean;
}

export interface ListShape extends Bounds {
  readonly kind: 'list';
  readonly member: Shape;
}

export interface MapShape extends Bounds {
  readonly kind: 'map';
  readonly key: Shape;
  readonly value: Shape;
}

export interface StructureShape {
  readonly kind: 'structure';
  readonly members: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
  /** AWS's type name, which its messages print. */
  readonly name: string;
}

export const boolean: Shape = { kind: 'boolean' };
export const timestamp: Shape = { kind: 'timestamp' };
export const anything: Shape = { kind: 'anything' };
export const text = (bounds: Omit<TextShape, 'kind'> = {}): Shape => ({ kind: 'text', ...bounds });
export const oneOf = (...values: string[]): Shape => ({ kind: 'oneOf', values });
export const blob = (max: number): Shape => ({ kind: 'blob', max });
export const list = (member: Shape, bounds: Bounds = {}): Shape => ({ kind: 'list', member, ...bounds });
export const map = (key: Shape, value: Shape, bounds: Bounds = {}): Shape => ({ kind: 'map', key, value, ...bounds });

export function integer(min?: number, max?: number): Shape {
  return { kind: 'integer', ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

export function structure(members: Record<string, Shape>, required: string[] = [], name = ''): StructureShape {
  return { kind: 'structure', members, required, name };
}
