import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** A file of src, as far as architecture goes. */
export interface Source {
  /** `cli/main.ts` */
  readonly file: string;
  readonly lines: number;
  /** Imports by value: a path within src, or the name of a package. */
  readonly imports: readonly string[];
  /** Imported when they are needed, by `import()`. */
  readonly lazy: readonly string[];
  /** `process`, `console`, `fetch`, `Date.now` and the clock of `new Date()`. */
  readonly globals: readonly string[];
}

const WORLD = new Set(['process', 'console', 'fetch']);

function sourceOf(file: string): Source {
  const text = readFileSync(join('src', file), 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found = { imports: [] as string[], lazy: [] as string[], globals: [] as string[] };
  const visit = (node: ts.Node): void => {
    const named = importOf(node);
    if (named) found[named.lazy ? 'lazy' : 'imports'].push(resolved(file, named.from));
    const global = globalOf(node);
    if (global) found.globals.push(global);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { file, lines: text.split('\n').length - 1, ...found };
}

function importOf(node: ts.Node): { from: string; lazy: boolean } | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return isTypeOnly(node) ? undefined : { from: node.moduleSpecifier.text, lazy: false };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
    return node.isTypeOnly ? undefined : { from: node.moduleSpecifier.text, lazy: false };
  const [specifier] = ts.isCallExpression(node) ? node.arguments : [];
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return undefined;
  return specifier && ts.isStringLiteral(specifier) ? { from: specifier.text, lazy: true } : undefined;
}

/** `import type`, or braces that hold only types. */
function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause || importClause.isTypeOnly) return importClause !== undefined;
  const { name, namedBindings } = importClause;
  if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

function resolved(file: string, from: string): string {
  if (!from.startsWith('.')) return from;
  return normalize(join(dirname(file), from))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '.ts');
}

function globalOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'Date.now') return 'Date.now';
  if (!ts.isIdentifier(node) || !WORLD.has(node.text)) return undefined;
  const { parent } = node;
  const isName =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node);
  return isName ? undefined : node.text;
}

export const FILES: readonly string[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

export const SOURCES: readonly Source[] = FILES.map(sourceOf);
