import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** What a writable member of the SDK's requests may hold: the words of a closed enumeration, where it is one. */
export interface Member {
  readonly words: readonly string[];
}

/**
 * Every writable leaf of these operations, from the types of the installed SDK: `CreateUserPool.MfaConfiguration`,
 * `[]` for the items of a list, `*` for the values of a map.
 */
export function writableMembers(operations: readonly string[]): ReadonlyMap<string, Member> {
  const { types, checker } = sdkTypes();
  const members = new Map<string, Member>();
  for (const operation of operations) {
    const type = types.get(`${operation}Request`);
    if (!type) throw new Error(`the SDK has no ${operation}Request`);
    walk(type, operation, [], { types, checker, members });
  }
  return members;
}

interface Walk {
  readonly types: ReadonlyMap<string, ts.Type>;
  readonly checker: ts.TypeChecker;
  readonly members: Map<string, Member>;
}

function sdkTypes(): Pick<Walk, 'types' | 'checker'> {
  const root = dirname(
    createRequire(import.meta.url).resolve('@aws-sdk/client-cognito-identity-provider/package.json'),
  );
  const files = ['models/models_0.d.ts', 'models/models_1.d.ts'].map((file) => join(root, 'dist-types', file));
  const program = ts.createProgram(files, {
    skipLibCheck: true,
    strict: true,
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
  });
  const checker = program.getTypeChecker();
  const types = new Map<string, ts.Type>();
  for (const file of program.getSourceFiles())
    ts.forEachChild(file, (node) => {
      if (ts.isInterfaceDeclaration(node)) types.set(node.name.text, checker.getTypeAtLocation(node));
    });
  return { types, checker };
}

function walk(type: ts.Type, path: string, inside: readonly string[], walked: Walk): void {
  const { checker, types, members } = walked;
  const parts = present(type);
  const [only] = parts;
  const words = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  const leaf = (): void => void members.set(path, { words: words.length === parts.length ? words : [] });
  if (parts.length !== 1 || only === undefined || !(only.flags & ts.TypeFlags.Object)) return leaf();
  if (checker.isArrayType(only)) return walkInto(checker.getTypeArguments(only as ts.TypeReference)[0], `${path}[]`);
  const index = checker.getIndexInfoOfType(only, ts.IndexKind.String);
  if (index) return walkInto(index.type, `${path}.*`);
  const name = only.symbol.name;
  if (!types.has(name) || inside.includes(name)) return leaf();
  for (const property of checker.getPropertiesOfType(only))
    walk(checker.getTypeOfSymbol(property), `${path}.${property.name}`, [...inside, name], walked);

  function walkInto(inner: ts.Type | undefined, at: string): void {
    if (inner) walk(inner, at, inside, walked);
  }
}

function present(type: ts.Type): readonly ts.Type[] {
  const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null;
  return type.isUnion() ? type.types.filter((part) => !(part.flags & nothing)) : [type];
}
