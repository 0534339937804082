/** One-time codes of authenticator apps: RFC 6238 with SHA-1, 30 seconds and 6 digits, the only kind that Cognito takes. */
import { createHmac } from 'node:crypto';

const SECONDS = 30;

/** The number of the half minute that a time lies in. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / SECONDS);
}

/** @param secret base 32. */
export function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The step whose code this is: now, the one before or the one after, for clocks that differ. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const step = stepAt(now);
  return [step, step - 1, step + 1].find((one) => codeOf(secret, one) === code);
}

function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret.replace(/=+$/, '').toUpperCase(), (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
