type Values = Readonly<Record<string, unknown>>;

/** Where an Application Load Balancer takes the user back. Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html */
export const LOAD_BALANCER_PATH = '/oauth2/idpresponse';

/** What the hosts of a load balancer imply is said of this client. */
export function isBehindLoadBalancer(values: Values): boolean {
  return Array.isArray(values['loadBalancer']) && values['loadBalancer'].length > 0;
}

/** A load balancer must have a secret, so that one is meant where the YAML is silent. */
export function wantsSecret(values: Values): boolean {
  return values['secret'] === undefined ? isBehindLoadBalancer(values) : values['secret'] === true;
}

/** The callbacks of the YAML, and those of the load balancer's hosts, which it spells in lower case. */
export function withLoadBalancer(urls: readonly string[], own: Values = {}): readonly string[] {
  const hosts = isBehindLoadBalancer(own) ? (own['loadBalancer'] as readonly string[]) : [];
  const callbacks = hosts.map((host) => `https://${host.toLowerCase()}${LOAD_BALANCER_PATH}`);
  return [...new Set([...urls, ...callbacks])];
}
