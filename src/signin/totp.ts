import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const PERIOD_MS = 30_000;

/**
 * The code of an authenticator app at a moment: six digits. Undefined where the secret is not base32.
 * Source: RFC 6238, with SHA-1 and 30 seconds, which is what Cognito takes
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-totp.html)
 */
export function totp(secret: string, now: Date): string | undefined {
  const key = bytesOf(secret);
  if (key === undefined) return undefined;
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now.getTime() / PERIOD_MS)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Base32 as RFC 4648 has it; people write it in groups, in small letters, and without its padding. */
function bytesOf(secret: string): Buffer | undefined {
  const digits = [...secret.replace(/[\s-]/g, '').replace(/=+$/, '').toUpperCase()].map((one) => ALPHABET.indexOf(one));
  if (digits.length === 0 || digits.includes(-1)) return undefined;
  const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
