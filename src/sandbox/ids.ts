import { createHash, randomBytes } from 'node:crypto';

const lower = 'abcdefghijklmnopqrstuvwxyz0123456789';
const mixed = `${lower}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;

/** Where ids and secrets come from: the operating system, or a seed when a test wants the same ids every time. */
export class IdSource {
  #drawn = 0;

  constructor(readonly seed?: string) {}

  /** `us-east-1_aB3dE6gH9` */
  poolId(region: string): string {
    return `${region}_${this.#letters(mixed, 9)}`;
  }

  clientId(): string {
    return this.#letters(lower, 26);
  }

  clientSecret(): string {
    return this.#letters(lower, 51);
  }

  uuid(): string {
    const hex = this.#bytes(16).toString('hex');
    const variant = 'ab89'[Number.parseInt(hex.slice(16, 17), 16) % 4];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  /** An opaque token as the API hands them out: longer than the 20 characters that a session must have. */
  token(): string {
    return this.#bytes(96).toString('base64url');
  }

  /** A one-time code of so many digits. */
  code(digits: number): string {
    return Array.from(this.#bytes(digits), (byte) => String(byte % 10)).join('');
  }

  hex(bytes: number): string {
    return this.#bytes(bytes).toString('hex');
  }

  /** A key for an authenticator app: 52 letters of base 32, as AWS answers them. */
  appSecret(): string {
    return this.#letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 52);
  }

  cloudFront(): string {
    return `d${this.#letters(lower, 13)}.cloudfront.net`;
  }

  #letters(alphabet: string, count: number): string {
    return Array.from(this.#bytes(count), (byte) => alphabet[byte % alphabet.length]).join('');
  }

  #bytes(count: number): Buffer {
    if (this.seed === undefined) return randomBytes(count);
    this.#drawn += 1;
    return createHash('shake256', { outputLength: count }).update(`${this.seed}/${this.#drawn}`).digest();
  }
}
