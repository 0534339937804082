import { CONFIG_FILE, type Config } from '../model/config.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import validator from './config-validator.generated.js';
import type { Files } from './files.js';
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
  if (files.stat(CONFIG_FILE) === undefined) return { config: {}, findings: [] };
  const { document, findings: broken } = readSpec(CONFIG_FILE, files);
  const nothing = broken.some(({ rule }) => rule === 'yaml/empty');
  if (!document || nothing) return { config: {}, findings: nothing ? [] : broken };
  const findings = [...broken, ...validateSpec(document, validator)];
  return { config: findings.length > 0 ? {} : (document.value as Config), document, findings };
}
