import { createHash } from 'node:crypto';
import { FACETS, type PoolSpec } from '../facets/index.js';
import type { Facet, JsonSchema } from '../model/facet.js';
import { FileContent } from '../model/file-content.js';
import type { Finding } from '../model/finding.js';
import type { Path, SourceDocument } from '../model/source.js';
import { helpFor, pathFrom, predicate } from './file-problem.js';
import type { Files, Refusal } from './files.js';
import { type Problem, problemFindings } from './problem.js';

/** A spec whose files were read. */
export interface Embedded {
  readonly spec: PoolSpec;
  readonly findings: readonly Finding[];
}

type Plain = Readonly<Record<string, unknown>>;
type Visit = (file: string, maxBytes: number, path: Path) => unknown;

/** Reads the files that a valid spec names (rows whose schema has `x-file`); their paths are relative to the YAML file that names them. */
export function embed(document: SourceDocument, spec: PoolSpec, files: Files): Embedded {
  const problems: Problem[] = [];
  const visit: Visit = (file, maxBytes, path) => {
    const at = document.locate(path);
    const { bytes, refused } = files.read(pathFrom(at.file, file), 'root', maxBytes);
    if (bytes) return new FileContent(createHash('sha256').update(bytes).digest('hex'), bytes, file);
    const message = `${path.join('.')} names ${file}, which ${words(refused)}.`;
    problems.push({ rule: 'spec/file', message, help: advice(refused, files.root), at, path });
    return file;
  };
  const sections = (FACETS as readonly Facet[]).flatMap((facet): [string, unknown][] => {
    const section = (spec as unknown as Plain)[facet.id];
    return isPlain(section) && hasFiles(facet) ? [[facet.id, sectionWith(facet, section, visit)]] : [];
  });
  const embedded = sections.length === 0 ? spec : ({ ...spec, ...Object.fromEntries(sections) } as PoolSpec);
  return { spec: embedded, findings: problemFindings({ file: document.file, value: document.value }, problems) };
}

function words(refused: Refusal): string {
  return refused.kind === 'too-large'
    ? `has ${refused.size} bytes; AWS takes ${refused.most}`
    : refused.kind === 'missing'
      ? 'is not there'
      : predicate(refused);
}

function advice(refused: Refusal, root: string): string {
  const named = refused.kind === 'missing' || refused.kind === 'too-large';
  return named ? 'Name an image file by its path from the folder of this spec.' : helpFor(refused, root);
}

function hasFiles({ fields }: Facet): boolean {
  return Object.values(fields).some(({ schema }) => JSON.stringify(schema).includes('"x-file"'));
}

function sectionWith(facet: Facet, section: Plain, visit: Visit): Plain {
  if (facet.kind === 'single') return objectWith(facet, section, [facet.id], visit);
  return mapped(section, (key, entry) => (isPlain(entry) ? objectWith(facet, entry, [facet.id, key], visit) : entry));
}

function objectWith({ fields }: Facet, object: Plain, path: Path, visit: Visit): Plain {
  return mapped(object, (name, value) => valueWith(fields[name]?.schema ?? {}, value, [...path, name], visit));
}

function valueWith(schema: JsonSchema, value: unknown, path: Path, visit: Visit): unknown {
  const file = schema['x-file'] as { readonly maxBytes: number } | undefined;
  if (file && typeof value === 'string') return visit(value, file.maxBytes, path);
  if (Array.isArray(value))
    return value.map((item, index) => valueWith((schema['items'] ?? {}) as JsonSchema, item, [...path, index], visit));
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  if (!properties || !isPlain(value)) return value;
  return mapped(value, (name, member) => valueWith(properties[name] ?? {}, member, [...path, name], visit));
}

function mapped(object: Plain, change: (key: string, value: unknown) => unknown): Plain {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(key, value)]));
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
