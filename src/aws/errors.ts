/** What AWS, or the way to it, said: `AccessDeniedException: User … is not authorized`, on one line, without the credentials that a message may quote. */
export function awsReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: unknown }).code;
  const name = error.name === 'Error' && typeof code === 'string' ? code : error.name;
  return `${name}: ${messageOf(error)}`;
}

/** AWS says that the thing does not exist. */
export function isNotFound(error: unknown): boolean {
  return error instanceof Error && error.name === 'ResourceNotFoundException';
}

function messageOf(error: Error): string {
  const inner = (error as { errors?: unknown }).errors;
  const first = Array.isArray(inner) && inner[0] instanceof Error ? inner[0].message : undefined;
  return (error.message || first || 'no further message').replace(/\s+/g, ' ').replace(ACCESS_KEY, '<redacted>').trim();
}

/** Access key ids, as AWS documents their prefixes. */
const ACCESS_KEY = /\b(AKIA|ASIA)[A-Z0-9]{12,}\b/g;
