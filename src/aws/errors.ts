/** What AWS, or the way to it, said: `AccessDeniedException: User … is not authorized`, on one line, without the credentials that a message may quote. */
export function awsReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: unknown }).code;
  const name = error.name === 'Error' && typeof code === 'string' ? code : error.name;
  return `${name}: ${messageOf(error)}`;
}

/** What was asked for; what rejects does so in AWS's words. */
export async function inWords<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    throw new Error(awsReason(error), { cause: error });
  });
}

/** AWS says that the thing does not exist; not that its pool, or its client, does not. */
export function isNotFound(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'ResourceNotFoundException' &&
    !/^User pool (client )?\S+ does not exist/.test(error.message)
  );
}

/** The reason of a call says that there is no such pool. */
export function isPoolGone(reason: string): boolean {
  return /^ResourceNotFoundException: User pool (?!client )\S+ does not exist/.test(reason);
}

function messageOf(error: Error): string {
  const inner = (error as { errors?: unknown }).errors;
  const first = Array.isArray(inner) && inner[0] instanceof Error ? inner[0].message : undefined;
  return (error.message || first || 'no further message').replace(/\s+/g, ' ').replace(ACCESS_KEY, '<redacted>').trim();
}

/** Access key ids, as AWS documents their prefixes. */
const ACCESS_KEY = /\b(AKIA|ASIA)[A-Z0-9]{12,}\b/g;

/** What was asked for; undefined where AWS says that it does not exist. */
export async function unlessGone<T>(gone: readonly string[], asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && gone.includes(error.name)) return undefined;
    throw error;
  }
}

/** A member that AWS always answers; without it nothing is known. */
export function said<T>(member: string, value: T | undefined): T {
  if (value === undefined) throw new Error(`the answer has no ${member}`);
  return value;
}
