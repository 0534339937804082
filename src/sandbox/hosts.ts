const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Whether a request's `Host` is one that the sandbox answers for. A web page whose name is made to resolve to 127.0.0.1
 * (DNS rebinding) still sends its own name.
 */
export function hostCheck(allowed: readonly string[]): (host: string | undefined) => boolean {
  const known = new Set([...LOOPBACK, ...allowed.map((name) => name.toLowerCase())]);
  return (host) => {
    const name = nameOf(host ?? '');
    // Browsers and resolvers keep `*.localhost` on loopback. Source: RFC 6761, section 6.3.
    return known.has(name) || name.endsWith('.localhost');
  };
}

/** Without its port, and without regard to case. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:[0-9]+$/, '');
}
