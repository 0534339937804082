/**
 * The server's side of Cognito's SRP-6a: RFC 5054's 3072-bit group with SHA-256, where a number is written with a leading
 * zero byte when its first bit is set, and the session key is an HKDF of 16 bytes. Published by AWS as the code of its
 * clients: https://github.com/aws-amplify/amplify-js, packages/auth/src/providers/cognito/utils/srp.
 */
import { createHash, createHmac, getDiffieHellman } from 'node:crypto';

/** RFC 3526's group 15 is RFC 5054's 3072-bit group. */
const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);
const g = 2n;
const k = numberOf(sha256(padded(N), padded(g)));

/** What the server keeps between its two messages. */
export interface SrpState {
  /** The client's number, as it sent it: hexadecimal. */
  readonly a: string;
  readonly verifier: bigint;
  readonly secret: bigint;
  readonly public: bigint;
}

export interface SrpUser {
  /** The part of the pool's id after `_`. */
  readonly poolName: string;
  readonly userId: string;
}

/** @param salt hexadecimal; @param secret the server's random number, hexadecimal. */
export function startSrp(user: SrpUser, password: string, salt: string, a: string, secret: string): SrpState {
  const identity = sha256(`${user.poolName}${user.userId}:${password}`);
  const verifier = power(g, numberOf(sha256(padded(BigInt(`0x${salt}`)), identity)));
  const b = BigInt(`0x${secret}`);
  return { a, verifier, secret: b, public: (k * verifier + power(g, b)) % N };
}

/** Whether `a` is a number that an honest client sends: another would make the session key guessable. */
export function isClientNumber(a: string): boolean {
  return /^[0-9a-f]+$/i.test(a) && BigInt(`0x${a}`) % N !== 0n;
}

/** The signature that a client proves the password with, in base 64. */
export function claimSignature(user: SrpUser, state: SrpState, secretBlock: string, timestamp: string): string {
  return createHmac('sha256', sessionKey(state))
    .update(user.poolName)
    .update(user.userId)
    .update(Buffer.from(secretBlock, 'base64'))
    .update(timestamp)
    .digest('base64');
}

function sessionKey({ a, verifier, secret, public: B }: SrpState): Buffer {
  const A = BigInt(`0x${a}`);
  const u = numberOf(sha256(padded(A), padded(B)));
  const shared = power(A * power(verifier, u), secret);
  const extracted = createHmac('sha256', padded(u)).update(padded(shared)).digest();
  return createHmac('sha256', extracted).update('Caldera Derived Key\u0001').digest().subarray(0, 16);
}

function sha256(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function numberOf(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function padded(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 1 ? `0${hex}` : hex;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = base % N;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % N;
    factor = (factor * factor) % N;
  }
  return result;
}
