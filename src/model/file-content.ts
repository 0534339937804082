/**
 * A file that a spec names, or that AWS shows: known by its hash. The bytes are there for those who send them, and in no
 * report, comparison or JSON.
 */
export class FileContent {
  readonly #bytes: Uint8Array;

  constructor(
    readonly sha256: string,
    bytes: Uint8Array,
    /** As the spec names it. */
    readonly file?: string,
  ) {
    this.#bytes = bytes;
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }

  get base64(): string {
    return btoa(Array.from(this.#bytes, (byte) => String.fromCharCode(byte)).join(''));
  }
}
