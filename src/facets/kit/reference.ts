import { Expression } from '../../model/expression.js';
import { terraformString } from '../../text/terraform.js';

/** What a Terraform name may be. Source: https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/**
 * Refers to `type.name.attribute`. Typed as the string that it will be at deploy, because that is what the argument
 * asks for.
 */
export function reference(type: string, name: string, attribute: string): string {
  return asText(new Expression([type, name, attribute].map(identifier).join('.')));
}

/** Refers to an input variable of the stack, which is declared as a secret wherever it is referred to. */
export function secretVariable(name: string): string {
  return asText(new Expression(`var.${identifier(name)}`));
}

/** A call of a function of Terraform with an expression as its last argument, which is code of ours. */
export function call(name: string, ...args: readonly string[]): string {
  return asText(new Expression(`${identifier(name)}(${args.join(', ')})`));
}

/** A file that lies beside the Terraform JSON. Its path, and its hash, wherever Terraform is started. */
export function fileBeside(file: string): { readonly path: string; readonly hash: string } {
  const path = `format("%s/%s", path.module, ${terraformString(file)})`;
  return { path: asText(new Expression(path, file)), hash: call('filebase64sha256', path) };
}

/** The files that plain data refers to by `fileBeside`. */
export function filesIn(data: unknown): readonly string[] {
  return expressionsIn(data).flatMap(({ file }) => (file === undefined ? [] : [file]));
}

/** The names of the input variables that plain data refers to, sorted. */
export function variablesOf(data: unknown): readonly string[] {
  const all = expressionsIn(data).map(({ terraform }) => terraform);
  return [...new Set(all.flatMap((text) => (text.startsWith('var.') ? [text.slice(4)] : [])))].sort();
}

function expressionsIn(data: unknown): readonly Expression[] {
  if (data instanceof Expression) return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(expressionsIn) : [];
}

/** Keys and names of specs are checked long before; this is the last door. */
function identifier(text: string): string {
  if (IDENTIFIER.test(text)) return text;
  throw new TypeError(`not a Terraform name: ${JSON.stringify(text)}`);
}

function asText(expression: Expression): string {
  return expression as unknown as string;
}
