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
  const types = sdkTypes();
  return new Map(operations.flatMap((operation) => leaves(requestOf(operation, types), operation, [], types)));
}

interface Types {
  readonly byName: ReadonlyMap<string, ts.Type>;
  readonly checker: ts.TypeChecker;
}

function requestOf(operation: string, { byName }: Types): ts.Type {
  const type = byName.get(`${operation}Request`);
  if (!type) throw new Error(`the SDK has no ${operation}Request`);
  return type;
}

function sdkTypes(): Types {
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
  const byName = new Map<string, ts.Type>();
  for (const file of program.getSourceFiles())
    ts.forEachChild(file, (node) => {
      if (ts.isInterfaceDeclaration(node)) byName.set(node.name.text, checker.getTypeAtLocation(node));
    });
  return { byName, checker };
}

function leaves(type: ts.Type, path: string, inside: readonly string[], types: Types): [string, Member][] {
  const { checker, byName } = types;
  const parts = present(type);
  const words = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  const leaf: [string, Member][] = [[path, { words: words.length === parts.length ? words : [] }]];
  const [only] = parts;
  if (parts.length !== 1 || only === undefined || !(only.flags & ts.TypeFlags.Object)) return leaf;
  const [item] = checker.isArrayType(only) ? checker.getTypeArguments(only as ts.TypeReference) : [];
  if (item) return leaves(item, `${path}[]`, inside, types);
  const index = checker.getIndexInfoOfType(only, ts.IndexKind.String);
  if (index) return leaves(index.type, `${path}.*`, inside, types);
  const { name } = only.symbol;
  if (!byName.has(name) || inside.includes(name)) return leaf;
  return checker
    .getPropertiesOfType(only)
    .flatMap((member) => leaves(checker.getTypeOfSymbol(member), `${path}.${member.name}`, [...inside, name], types));
}

function present(type: ts.Type): readonly ts.Type[] {
  const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null;
  return type.isUnion() ? type.types.filter((part) => !(part.flags & nothing)) : [type];
}
