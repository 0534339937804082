/** Users of one kind. */
export interface Count {
  readonly users: number;
  /** Names of the first few. */
  readonly examples: readonly string[];
}

export const EXAMPLES = 5;

export const NOBODY: Count = { users: 0, examples: [] };

/** One user more. The name is only made where it is kept. */
export function oneMore({ users, examples }: Count = NOBODY, name: () => string): Count {
  return { users: users + 1, examples: examples.length < EXAMPLES ? [...examples, name()] : examples };
}
