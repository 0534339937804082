type Plain = Readonly<Record<string, unknown>>;

/** What Terraform last knew of each resource: its attributes, in Terraform's spelling, by `type.name`. Secrets may be among them. */
export type DeployedState = ReadonlyMap<string, Plain>;

/**
 * Reads a Terraform state (version 4), or the answer of `terraform show -json`. Undefined for any other text.
 * Source: https://developer.hashicorp.com/terraform/internals/json-format
 */
export function deployedState(text: string): DeployedState | undefined {
  const value = parsed(text);
  if (!isPlain(value)) return undefined;
  const shown = shownModule(value);
  if (shown) return new Map(shownResources(shown));
  return value['version'] === 4 && Array.isArray(value['resources'])
    ? new Map(value['resources'].filter(isPlain).flatMap(storedResource))
    : undefined;
}

/**
 * Addresses `type.name` of resources that Terraform made and whose making then failed: it will replace each of them.
 * Source: https://developer.hashicorp.com/terraform/cli/commands/taint
 */
export function taintedIn(text: string): readonly string[] {
  const value = parsed(text);
  if (!isPlain(value)) return [];
  const stored = Array.isArray(value['resources']) ? value['resources'].filter(isPlain) : [];
  const shown = shownModule(value)?.['resources'];
  const all = [...stored, ...(Array.isArray(shown) ? shown.filter(isPlain) : [])];
  return all.filter(isTainted).map(({ type, name }) => `${type}.${name}`);
}

function isTainted({ mode, tainted, instances }: Plain): boolean {
  const stored = Array.isArray(instances) ? instances.filter(isPlain) : [];
  return mode === 'managed' && (tainted === true || stored.some(({ status }) => status === 'tainted'));
}

function shownModule(value: Plain): Plain | undefined {
  const values = value['values'];
  const root = isPlain(values) ? values['root_module'] : undefined;
  return isPlain(root) ? root : undefined;
}

function shownResources(module: Plain): [string, Plain][] {
  const listed = Array.isArray(module['resources']) ? module['resources'].filter(isPlain) : [];
  return listed.flatMap(({ mode, type, name, values }) =>
    mode === 'managed' && isPlain(values) ? [[`${type}.${name}`, values] as [string, Plain]] : [],
  );
}

function storedResource({ mode, type, name, instances }: Plain): [string, Plain][] {
  const [first] = Array.isArray(instances) ? instances : [];
  const attributes = isPlain(first) ? first['attributes'] : undefined;
  return mode === 'managed' && isPlain(attributes) ? [[`${type}.${name}`, attributes]] : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
