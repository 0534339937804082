import { Option } from 'commander';
import type { JsonSchema } from '../model/facet.js';

/** With a function that reads the text of an option, or refuses it: the same of a value in `poolward.yaml`. */
export interface Described {
  readonly schema: JsonSchema;
}

interface Lasting {
  /** Without it, any text. */
  readonly check?: ((text: string, previous: any) => unknown) & Described;
  /** What holds where nobody says anything, for a reader. */
  readonly otherwise?: string;
  /** Variables of the environment that say the same: where one is set, the file does not count. */
  readonly variables?: readonly string[];
}

/** An option that a team decides once, so that `poolward.yaml` may set it. */
export class LastingOption extends Option {
  readonly variables: readonly string[];
  readonly #schema: JsonSchema;
  readonly #about: string;

  constructor(flags: string, about: string, { check, otherwise, variables = [] }: Lasting = {}) {
    super(flags, otherwise === undefined ? about : `${about} (default: ${otherwise})`);
    this.variables = variables;
    this.#about = about;
    this.#schema = check?.schema ?? (this.isBoolean() ? { type: 'boolean' } : { type: 'string', minLength: 1 });
    if (check) this.argParser(check);
  }

  /** Of its value in a configuration file. */
  get schema(): JsonSchema {
    return { ...this.#schema, ...(this.argChoices && { enum: this.argChoices }), description: sentence(this.#about) };
  }

  /** The value of a file becomes the default, and the help says so; what the command line says takes its place. */
  decide(value: unknown, file: string): this {
    const { parseArg, defaultValue: before } = this;
    const texts = Array.isArray(value) ? value : [value];
    const decided = parseArg ? texts.reduce((previous, one) => parseArg(String(one), previous), before) : value;
    // An option that collects begins anew.
    if (parseArg) this.argParser((text, previous) => parseArg(text, previous === decided ? before : previous));
    this.description = this.#about;
    return this.default(decided, `${texts.join(', ')}, from ${file}`);
  }
}

/** From the words of the help. */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
