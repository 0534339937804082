/** Signed tokens: RS256. */
import { createHash, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

interface Key {
  readonly secret: KeyObject;
  readonly open: KeyObject;
  readonly kid: string;
  readonly n: string | undefined;
  readonly e: string | undefined;
}

let drawn: Key | undefined;

/** One key for every sandbox of a process, drawn when the first token is: drawing takes longer than everything else. */
function key(): Key {
  drawn ??= newKey();
  return drawn;
}

function newKey(): Key {
  const { privateKey: secret, publicKey: open } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n, e } = open.export({ format: 'jwk' });
  return { secret, open, kid: createHash('sha256').update(`${n}`).digest('base64'), n, e };
}

export function signedToken(claims: Claims): string {
  const content = `${part({ kid: key().kid, alg: 'RS256' })}.${part(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key().secret).toString('base64url')}`;
}

/** The claims of a token, or nothing when this process did not sign it. */
export function verifiedClaims(token: string): Claims | undefined {
  const [head = '', body = '', signature = ''] = token.split('.');
  const content = Buffer.from(`${head}.${body}`);
  const genuine = verify('sha256', content, key().open, Buffer.from(signature, 'base64url'));
  return genuine ? claimsOf(token) : undefined;
}

/** What a token says, signed by whomever. */
export function claimsOf(token: string): Claims | undefined {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** The public key as `/.well-known/jwks.json` shows it. */
export function keySet(): object {
  const { kid, n, e } = key();
  return { keys: [{ alg: 'RS256', kty: 'RSA', use: 'sig', kid, n, e }] };
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
