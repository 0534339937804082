/**
 * Something that Terraform works out: a reference to another resource, or a call of one of its functions. It is a class,
 * so that no YAML and no answer of AWS can make one; whatever is not an instance reaches Terraform as plain text.
 */
export class Expression {
  /** In Terraform's language. */
  readonly #terraform: string;
  /** The name of a file beside the Terraform JSON that the expression reads. */
  readonly #file: string | undefined;

  constructor(terraform: string, file?: string) {
    this.#terraform = terraform;
    this.#file = file;
  }

  get terraform(): string {
    return this.#terraform;
  }

  get file(): string | undefined {
    return this.#file;
  }

  equals(other: unknown): boolean {
    return other instanceof Expression && other.#terraform === this.#terraform && other.#file === this.#file;
  }

  /** For tests and messages: what would otherwise read as `{}`. */
  toJSON(): string {
    return `\${${this.#terraform}}`;
  }
}
