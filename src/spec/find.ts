import { posix } from 'node:path';
import type { Finding } from '../model/finding.js';
import type { FileKind, Files, Reach } from './files.js';
import { globBase, globGuide, globMatcher, isGlob } from './glob.js';
import { limits } from './limits.js';
import { type Problem, problemFindings } from './problem.js';
import { plainText } from './quote.js';

/** The specs that a command's arguments name. */
export interface Found {
  /** Sorted, each once, with `/`. */
  readonly files: readonly string[];
  /** By file: how far it may lead. */
  readonly reach: ReadonlyMap<string, Reach>;
  readonly findings: readonly Finding[];
}

interface Search {
  readonly files: Files;
  readonly found: Map<string, Reach>;
  readonly findings: Finding[];
  /** Entries of folders that were looked at. */
  entries: number;
}

/**
 * Finds specs by files, folders and globs; `configs/` without arguments. Folders are searched through, except
 * `node_modules` and folders that begin with a dot. A file named outright is taken whatever it is called.
 */
export function findSpecs(args: readonly string[], files: Files): Found {
  const search: Search = { files, found: new Map(), findings: [], entries: 0 };
  for (const argument of args.length > 0 ? args : ['configs']) findArgument(normal(argument), search);
  const all = [...search.found.keys()].sort();
  if (all.length > limits.files) report(search, all[limits.files] as string, TOO_MANY);
  return { files: all.slice(0, limits.files), reach: search.found, findings: search.findings };
}

/** One spelling per path, so that a file named twice is read once. */
function normal(argument: string): string {
  const path = posix.normalize(argument.replaceAll('\\', '/'));
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

function findArgument(path: string, search: Search): void {
  const kind = kindOf(path, search);
  if (kind === 'file') search.found.set(path, 'anywhere');
  else if (kind === 'folder') findFolder(path, search);
  else if (kind === 'other') report(search, path, NOT_A_FILE);
  else if (kind === 'missing' && isGlob(path)) findGlob(path, search);
  else if (kind === 'missing') report(search, path, MISSING);
}

/** What is at a path; a path that cannot be looked at is reported here. */
function kindOf(path: string, search: Search): FileKind | 'missing' | 'unreadable' {
  return attempt(path, search, () => search.files.stat(path)?.kind ?? 'missing') ?? 'unreadable';
}

function attempt<T>(path: string, search: Search, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    report(search, path, unreadable(error));
    return undefined;
  }
}

function findFolder(path: string, search: Search): void {
  const before = search.findings.length;
  const specs = [...walk(path, search)];
  add(specs, path, search);
  if (specs.length === 0 && search.findings.length === before) report(search, path, NO_SPECS);
}

function findGlob(pattern: string, search: Search): void {
  const base = globBase(pattern);
  const before = search.findings.length;
  const kind = kindOf(base, search);
  const matches = globMatcher(pattern);
  const underMatch = (path: string) => matches(path) || ancestors(path, base).some(matches);
  const specs = kind === 'folder' ? [...walk(base, search, globGuide(pattern))].filter(underMatch) : [];
  add(specs, base, search);
  if (specs.length === 0 && search.findings.length === before) report(search, pattern, NO_MATCH);
}

/** What is found in a folder; what a person named outright stays so. */
function add(specs: readonly string[], folder: string, { found }: Search): void {
  for (const file of specs) if (!found.has(file)) found.set(file, { folder });
}

/** The folders between a path and the base; a glob that matches a folder means the specs in it. */
function ancestors(path: string, base: string): string[] {
  const parent = posix.dirname(path);
  return parent === base || parent === path || parent === '.' ? [] : [parent, ...ancestors(parent, base)];
}

function* walk(folder: string, search: Search, mayMatch = (_path: string) => true): Generator<string> {
  const entries = attempt(folder, search, () => search.files.list(folder)) ?? [];
  for (const { name, kind } of entries) {
    if (++search.entries === limits.entries) report(search, folder, TOO_LARGE);
    if (search.entries >= limits.entries) return;
    const path = folder === '.' ? name : posix.join(folder, name);
    if (!mayMatch(path)) continue;
    if (kind === 'folder' && !isSkipped(name)) yield* walk(path, search, mayMatch);
    else if (kind === 'link') yield* link(path, search);
    else if (kind === 'file' && isSpec(name)) yield path;
    else if (kind === 'other' && isSpec(name)) report(search, path, NOT_A_FILE);
  }
}

/** Linked files are read; linked folders are not followed, as they may lead in a circle. */
function* link(path: string, search: Search): Generator<string> {
  if (isSkipped(posix.basename(path))) return;
  const kind = kindOf(path, search);
  if (kind === 'folder') report(search, path, LINKED_FOLDER);
  else if (kind === 'file' && isSpec(path)) yield path;
  else if (kind === 'other' && isSpec(path)) report(search, path, NOT_A_FILE);
  else if (kind === 'missing' && isSpec(path)) report(search, path, MISSING);
}

const isSkipped = (name: string) => name === 'node_modules' || name.startsWith('.');
const isSpec = (name: string) => /\.ya?ml$/i.test(name);

type Wording = (path: string) => Pick<Problem, 'rule' | 'message' | 'help'>;

const MISSING: Wording = (path) => ({
  rule: 'file/missing',
  message: `There is no file or folder ${path}.`,
  help:
    path === 'configs'
      ? 'Name the spec to read, or run `poolward init` to get a first one.'
      : 'Check the spelling, and the folder the command runs in.',
});

const NO_SPECS: Wording = (path) => ({
  rule: 'file/no-specs',
  message: `The folder ${path} holds no *.yaml or *.yml file.`,
  help: 'Put a spec there, or name the folder that has them; node_modules and folders that begin with a dot are skipped.',
});

const NO_MATCH: Wording = (path) => ({
  rule: 'file/no-match',
  message: `No *.yaml or *.yml file matches ${path}.`,
  help: 'Use ** to search folders of any depth, and put the pattern in quotes.',
});

const NOT_A_FILE: Wording = (path) => ({
  rule: 'file/not-regular',
  message: `${path} is neither a regular file nor a folder.`,
  help: 'Name a file; write piped text to a file first.',
});

const TOO_MANY: Wording = (path) => ({
  rule: 'file/too-many',
  message: `More than ${limits.files} specs were found; ${path} and those after it were not read.`,
  help: 'Name fewer folders at a time.',
});

const TOO_LARGE: Wording = (path) => ({
  rule: 'file/too-many',
  message: `More than ${limits.entries} files and folders were looked through; from ${path} on nothing was.`,
  help: 'Name the folder of the specs.',
});

const LINKED_FOLDER: Wording = (path) => ({
  rule: 'file/linked-folder',
  message: `${path} is a link to a folder and was not searched.`,
  help: 'Name the linked folder as an argument of its own, or replace the link.',
});

/** What to say of a file or folder that cannot be read. */
export function unreadable(error: unknown): Wording {
  const reason = plainText(error instanceof Error ? error.message : String(error));
  return (path) => ({
    rule: 'file/unreadable',
    message: `${path} cannot be read: ${reason}.`,
    help: 'Check its permissions.',
  });
}

function report(search: Search, path: string, wording: Wording): void {
  search.findings.push(...fileFinding(path, wording));
}

/** A finding about a file as a whole; it points at the file's beginning. */
export function fileFinding(file: string, wording: Wording): Finding[] {
  const start = { line: 1, column: 1 };
  const problem = wording(plainText(file));
  return problemFindings({ file, value: undefined }, [{ ...problem, at: { file, start, end: start } }]);
}
