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

  cloudFront(): string {
    return `d${this.#letters(lower, 13)}.cloudfront.net`;
  }

  #letters(alphabet: string, count: number): string {
    return Array.from(this.#bytes(count), (byte) => alphabet[byte % alphabet.length]).join('');
  }

  #bytes(count: number): Buffer {
    if (this.seed === undefined) return randomBytes(count);
    this.#drawn += 1;
    return createHash('sha512').update(`${this.seed}/${this.#drawn}`).digest().subarray(0, count);
  }
}
