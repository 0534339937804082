// A repository with specs, a sandbox as AWS, and fake programs that record how the pipelines call them.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Ran, runProgram } from '../../src/demo/process.js';
import { makeProject } from '../../src/demo/project.js';
import { type Recording, replayDeployer } from '../../src/demo/recording.js';
import { withSms } from '../../src/demo/specs.js';
import { startSandbox } from '../../src/sandbox/index.js';
import { BINARY, ROOT } from '../harness/built.js';

const FAKES = fileURLToPath(new URL('fakes/', import.meta.url));
const PROGRAMS: Readonly<Record<string, string>> = {
  gh: 'gh.mjs',
  curl: 'curl.mjs',
  npx: 'npx.mjs',
  npm: 'other.mjs npm',
  unzip: 'other.mjs unzip',
};

/** What a forge keeps of an issue; GitHub and GitLab have names of their own for the parts. */
export type Issue = Readonly<Record<string, unknown>>;

/** As GitHub lists it. */
export interface Artifact {
  readonly name: string;
  readonly expired: boolean;
  readonly created_at: string;
  readonly workflow_run: Readonly<Record<string, unknown>>;
}

export interface Bench {
  readonly folder: string;
  /** The environment of a job; nothing of the user's own AWS configuration is in it. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The next deploy of the recorded story: with SMS on, and then off, where Terraform leaves SMS on. */
  deploy(sms: 'on' | 'off'): Promise<void>;
  /** As somebody would mend it by hand. */
  fix(): Promise<Ran>;
  write(file: string, text: string): void;
  read(file: string): string;
  issues(): readonly Issue[];
  addIssue(issue: Issue): void;
  /** Files of the folder that a run kept, by the name of the artifact, as GitHub keeps them; the last one first. */
  keep(name: string, files: readonly string[]): void;
  artifacts(): readonly Artifact[];
  setArtifacts(all: readonly Artifact[]): void;
  /** What a fresh checkout has not: all that a run writes. GitLab's runner gives back the cached ones. */
  forget(cached?: readonly string[]): void;
  /** Each call of a fake program, the program first; forgets them. */
  calls(): readonly (readonly string[])[];
  close(): Promise<void>;
}

const SPEC = 'configs/email-mfa.yaml';

export async function bench(): Promise<Bench> {
  const sandbox = await startSandbox();
  const project = makeProject(`${process.execPath} ${BINARY} synth`, process.env);
  const outside = mkdtempSync(join(tmpdir(), 'poolward-fakes-'));
  const off = readFileSync(join(ROOT, SPEC), 'utf8');
  const recording: Recording = JSON.parse(readFileSync(join(ROOT, 'recordings/sms-off.json'), 'utf8'));
  const deployer = replayDeployer(recording, sandbox.url, 'eu-west-1');
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY, ...own } = project.env(sandbox.url);
  const env = { ...own, ...programs(outside), POOLWARD_BINARY: BINARY };
  const listed = join(outside, 'issues.json');
  const issues = (): Issue[] => (existsSync(listed) ? JSON.parse(readFileSync(listed, 'utf8')) : []);
  const list = join(outside, 'artifacts.json');
  const artifacts = (): Artifact[] => (existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []);
  const setArtifacts = (all: readonly Artifact[]) => writeFileSync(list, JSON.stringify(all));
  return {
    folder: project.folder,
    env,
    deploy: async (sms) => {
      project.write(SPEC, sms === 'on' ? withSms(off) : off);
      await deployer.deploy();
    },
    fix: () => runProgram(process.execPath, [BINARY, 'fix', '--yes'], { cwd: project.folder, env }),
    write: project.write,
    read: (file) => readFileSync(join(project.folder, file), 'utf8'),
    issues,
    addIssue: (issue) => writeFileSync(listed, JSON.stringify([...issues(), issue])),
    keep: (name, files) => {
      const id = artifacts().length + 1;
      const kept = join(outside, `artifact-${id}`);
      mkdirSync(kept);
      const there = files.filter((file) => existsSync(join(project.folder, file)));
      for (const file of there) copyFileSync(join(project.folder, file), join(kept, file));
      const run = { id, head_branch: 'main', repository_id: 7, head_repository_id: 7 };
      setArtifacts([
        { name, expired: false, created_at: `2026-01-${id + 10}T03:17:00Z`, workflow_run: run },
        ...artifacts(),
      ]);
    },
    artifacts,
    setArtifacts,
    forget: (cached = []) => {
      const written = readdirSync(project.folder).filter((file) => /^poolward.*\.(json|md)$/.test(file));
      for (const file of written) if (!cached.includes(file)) rmSync(join(project.folder, file));
    },
    calls: () => taken(join(outside, 'calls.jsonl')),
    close: async () => {
      await sandbox.close();
      project.remove();
      rmSync(outside, { recursive: true, force: true });
    },
  };
}

/** Puts the fake programs in front of all others. */
function programs(folder: string): Readonly<Record<string, string>> {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const [name, script] of Object.entries(PROGRAMS)) {
    writeFileSync(join(bin, name), `#!/bin/sh\nexec '${process.execPath}' '${FAKES}'${script} "$@"\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return { FAKES: folder, PATH: `${bin}:${process.env['PATH']}` };
}

function taken(file: string): string[][] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  rmSync(file);
  return lines.map((line) => JSON.parse(line));
}
