import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** What a writable member of the SDK's requests may hold. */
export interface Member {
  /** The words of a closed enumeration, where it is one. */
  readonly words: readonly string[];
  /** TypeScript's name of the type, `Uint8Array` for bytes; a list or map is what it holds. */
  readonly type: string;
}

/**
 * Every writable leaf of these operations, from the types of the installed SDK: `CreateUserPool.MfaConfiguration`,
 * `[]` for the items of a list, `*` for the values of a map.
 */
export function writableMembers(operations: readonly string[]): ReadonlyMap<string, Member> {
  const types = sdkTypes();
  return new Map(operations.flatMap((operation) => leaves(requestOf(operation, types), operation, [], types)));
}

/** The same of what operations answer. */
export function readableMembers(operations: readonly string[]): ReadonlyMap<string, Member> {
  const types = sdkTypes();
  const answer = (operation: string) => types.byName.get(`${operation}Response`);
  return new Map(
    operations.flatMap((operation) => {
      const type = answer(operation);
      return type ? leaves(type, operation, [], types) : [];
    }),
  );
}

/** The blocks that hold those leaves: `SetUserPoolMfaConfig.EmailMfaConfiguration`, whose presence alone turns a factor on. */
export function writableBlocks(operations: readonly string[]): ReadonlySet<string> {
  const steps = [...writableMembers(operations).keys()].map((member) => member.split('.'));
  const blocks = steps.flatMap((path) => path.slice(2).map((_, index) => path.slice(0, index + 2).join('.')));
  return new Set(blocks.filter((block) => !block.endsWith('[]') && !block.endsWith('*')));
}

/** The members of the request itself, whatever they hold. */
export function requestMembers(operation: string): readonly string[] {
  const { checker, ...types } = sdkTypes();
  return checker.getPropertiesOfType(requestOf(operation, { checker, ...types })).map(({ name }) => name);
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

let known: Types | undefined;

function sdkTypes(): Types {
  known ??= readTypes();
  return known;
}

function readTypes(): Types {
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
  for (const file of program.getSourceFiles().filter(({ fileName }) => files.includes(fileName)))
    ts.forEachChild(file, (node) => {
      if (ts.isInterfaceDeclaration(node)) byName.set(node.name.text, checker.getTypeAtLocation(node));
    });
  return { byName, checker };
}

function leaves(type: ts.Type, path: string, inside: readonly string[], types: Types): [string, Member][] {
  const { checker, byName } = types;
  const parts = present(type);
  const words = parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
  const closed = words.length === parts.length;
  const leaf: [string, Member][] = [
    [path, { words: closed ? words : [], type: closed ? 'string' : nameOf(parts, checker) }],
  ];
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

/** Both booleans are one type; bytes may carry a type argument. */
function nameOf(parts: readonly ts.Type[], checker: ts.TypeChecker): string {
  const names = new Set(parts.map((part) => checker.typeToString(checker.getBaseTypeOfLiteralType(part))));
  return [...names].join(' | ').replace(/<.*>/, '');
}

function present(type: ts.Type): readonly ts.Type[] {
  const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null;
  return type.isUnion() ? type.types.filter((part) => !(part.flags & nothing)) : [type];
}
