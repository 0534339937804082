import { CONFIG_FILE, type Config } from '../model/config.js';
import type { Finding } from '../model/finding.js';
import type { Path, SourceDocument } from '../model/source.js';
import validator from './config-validator.generated.js';
import { helpFor } from './file-problem.js';
import type { Files } from './files.js';
import { isPlain, textsOf } from './plain.js';
import { type Problem, problemFindings } from './problem.js';
import { quote } from './quote.js';
import { readSpec } from './read.js';
import { validateSpec } from './validate.js';

/** The configuration of a folder. With findings it is not to be relied on. */
export interface ReadConfig {
  readonly config: Config;
  readonly document?: SourceDocument;
  readonly findings: readonly Finding[];
}

/** Reads `poolward.yaml` where there is one. */
export function readConfig(files: Files): ReadConfig {
  const { document, findings: broken, refused } = readSpec(CONFIG_FILE, files, { folder: '.' });
  if (refused?.kind === 'missing') return { config: {}, findings: [] };
  const nothing = broken.some(({ rule }) => rule === 'yaml/empty');
  if (!document || nothing) return { config: {}, findings: nothing ? [] : broken };
  const findings = [...broken, ...validateSpec(document, validator)];
  const all = findings.length > 0 ? findings : problemFindings(document, outputProblems(document, files));
  return { config: all.length > 0 ? {} : (document.value as Config), document, findings: all };
}

/** Options among the defaults that say where something is written, and the path in their text. */
export const OUTPUTS: Readonly<Record<string, (text: string) => string>> = {
  out: (folder) => folder,
  report: (destination) => destination.slice(destination.indexOf('=') + 1),
};

function outputProblems(document: SourceDocument, files: Files): Problem[] {
  return outputsIn((document.value as Config).defaults, ['defaults'])
    .filter(({ file }) => !files.contains(file))
    .map(({ file, path }) => ({
      rule: 'file/outside-root',
      message: `${path.join('.')} would write to ${quote(file)}, which lies outside the root folder.`,
      help: helpFor({ kind: 'outside' }, files.root),
      at: document.locate(path),
      path,
    }));
}

/** Beneath the names of commands, too. */
function outputsIn(value: unknown, path: Path): { readonly file: string; readonly path: Path }[] {
  return Object.entries(isPlain(value) ? value : {}).flatMap(([key, one]) => {
    const pathIn = Object.hasOwn(OUTPUTS, key) ? OUTPUTS[key] : undefined;
    if (!pathIn) return outputsIn(one, [...path, key]);
    const place = (index: number) => (Array.isArray(one) ? [...path, key, index] : [...path, key]);
    return textsOf(one).map((text, index) => ({ file: pathIn(text), path: place(index) }));
  });
}
