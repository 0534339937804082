/** A value that Terraform takes from another resource of the same stack. `synth/stack.ts` turns it into an expression. */
export interface Reference {
  readonly $reference: string;
}

/**
 * Refers to `type.name.attribute`. Typed as the string that it will be at deploy, because that is what the argument
 * asks for; being an object until then, it can never be confused with a text of the spec.
 */
export function reference(type: string, name: string, attribute: string): string {
  const made: Reference = { $reference: `${type}.${name}.${attribute}` };
  return made as unknown as string;
}

/** Refers to an input variable of the stack, which is declared as a secret wherever it is referred to. */
export function secretVariable(name: string): string {
  const made: Reference = { $reference: `var.${name}` };
  return made as unknown as string;
}

/** A file that lies beside the Terraform JSON. Its path, and its hash, wherever Terraform is started. */
export function fileBeside(file: string): { readonly path: string; readonly hash: string } {
  const path = `format("%s/%s", path.module, ${JSON.stringify(file)})`;
  const made: FileReference = { $reference: path, $file: file };
  const hash: Reference = { $reference: `filebase64sha256(${path})` };
  return { path: made as unknown as string, hash: hash as unknown as string };
}

interface FileReference extends Reference {
  readonly $file: string;
}

/** The files that plain data refers to by `fileBeside`. */
export function filesIn(data: unknown): readonly string[] {
  if (isReference(data)) return '$file' in data ? [(data as FileReference).$file] : [];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(filesIn) : [];
}

/** The names of the input variables that plain data refers to, sorted. */
export function variablesOf(data: unknown): readonly string[] {
  return [...new Set(referencesIn(data).flatMap((to) => (to.startsWith('var.') ? [to.slice(4)] : [])))].sort();
}

function referencesIn(data: unknown): readonly string[] {
  if (isReference(data)) return [data.$reference];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(referencesIn) : [];
}

/** Recognises what `reference` made. */
export function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$reference' in value;
}
