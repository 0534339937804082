import type { Finding } from '../../src/model/finding.js';
import { type Loaded, type LoadOptions, loadSpecs } from '../../src/spec/load.js';
import { filesOf } from '../harness/files.js';

export const POOL = 'pool:\n  id: acme\n  name: acme\n  region: eu-west-1\n  account: "123456789012"\n';

/** Loads the specs in `configs/` of a file system of texts. */
export function loadTree(tree: Readonly<Record<string, string>>, options: LoadOptions = {}): Loaded {
  return loadSpecs(['configs'], filesOf(tree), options);
}

/** `rule file:line:column` */
export function told({ rule, at }: Finding): string {
  return `${rule} ${at?.file}:${at?.start.line}:${at?.start.column}`;
}
