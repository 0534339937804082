import type { Io } from '../io.js';
import { cdktfJson, cdktfJsonAdvice } from './cdktf-json.js';
import { exampleSpec, type PoolIdentity } from './example-spec.js';
import { gitignore } from './gitignore.js';
import { gitlabEntryAdvice } from './gitlab-pipeline.js';
import { type Platform, pipelineFiles } from './platform.js';

/** What became of one file. */
export interface Written {
  readonly file: string;
  readonly state: 'created' | 'kept' | 'extended';
  /** What its owner has to do about it. */
  readonly advice?: string;
}

/** Writes what is not there; what is there stays as it is, but for lines that .gitignore lacks. */
export async function writeFiles(pool: PoolIdentity, platform: Platform, io: Io): Promise<readonly Written[]> {
  const texts: Readonly<Record<string, string>> = {
    'cdktf.json': cdktfJson(io.uuid()),
    'configs/example.yaml': exampleSpec(pool),
    ...pipelineFiles(platform, pool),
  };
  const written: Written[] = [];
  for (const [file, text] of Object.entries(texts)) written.push(await create(file, text, io));
  return [...written, await extendGitignore(io)];
}

/** A text file, or undefined where there is none. */
export async function readText(file: string, io: Io): Promise<string | undefined> {
  if (io.files.stat(file) === undefined) return undefined;
  return new TextDecoder().decode(await io.readBytes(file));
}

/** What the owner of a file that was there has to do, by the file. */
const ADVICE: Readonly<Record<string, (existing: string) => string | undefined>> = {
  'cdktf.json': cdktfJsonAdvice,
  '.gitlab-ci.yml': gitlabEntryAdvice,
};

async function create(file: string, text: string, io: Io): Promise<Written> {
  const existing = await readText(file, io);
  if (existing === undefined) {
    await io.writeAtomic(file, text, { overwrite: false });
    return { file, state: 'created' };
  }
  const advice = ADVICE[file]?.(existing);
  return { file, state: 'kept', ...(advice === undefined ? {} : { advice }) };
}

async function extendGitignore(io: Io): Promise<Written> {
  const file = '.gitignore';
  const existing = await readText(file, io);
  const text = gitignore(existing ?? '');
  if (text === existing) return { file, state: 'kept' };
  await io.writeAtomic(file, text, { overwrite: existing !== undefined });
  return { file, state: existing === undefined ? 'created' : 'extended' };
}
