/** A mapping of a spec. */
export type Plain = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping. */
export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of a key that takes one or a list of them; what has another form is passed over. */
export function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
