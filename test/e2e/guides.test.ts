// The pages of docs/guides are true: their commands are run, in a shell, against a sandbox with the pool that plain Terraform
// deployed, and print what the pages show. UPDATE_GOLDEN=1 writes it there.
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runProgram } from '../../src/demo/process.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { BINARY, ROOT } from '../harness/built.js';
import { REAL } from '../harness/parts.js';
import { blockOf, type Command, steady, stepsOf, tells } from './guide.js';
import { makeStyles } from './managed-login-styles.js';
import { signed } from './moto-functions.js';
import { resetPassword } from './reset-password.js';
import { type Workbench, workbench } from './workbench.js';

const REGIONS = ['ap-northeast-1', 'eu-west-1'];
const GUIDES = join(ROOT, 'docs/guides');
const PAGES = readdirSync(GUIDES).filter((name) => name.endsWith('.md') && name !== 'README.md');

/** What a page may have done to the sandbox. */
interface Deed {
  /** Copies `configs/<name>.yaml` into the repository. */
  readonly spec?: string;
  /** Deploys the stack of that spec. */
  readonly deploy?: string;
  /** An identity that SES has from now on, so that functions may send mails as it. */
  readonly identity?: string;
  /** A user who has forgotten the password, and sets this one by the code that Cognito sends. */
  readonly reset?: { readonly user: string; readonly password: string };
  readonly users?: readonly (Parameters<Sandbox['seedUsers']>[1] extends Iterable<infer User> ? User : never)[];
  /** A variable of the shell from now on. */
  readonly env?: Readonly<Record<string, string>>;
}

describe.skipIf(REAL.missing !== undefined)(
  `docs/guides${REAL.missing ? ` [${REAL.missing}]` : ''}`,
  { timeout: 180_000 },
  () => {
    it.each(PAGES)('%s shows what is printed', async (name) => {
      const file = join(GUIDES, name);
      const page = readFileSync(file, 'utf8');
      const bench = await workbench({
        seed: name,
        region: /region: (\S+)/.exec(configOf(name.replace('.md', '')))?.[1] ?? '',
      });
      try {
        const fresh = await played(page, bench);
        if (process.env['UPDATE_GOLDEN']) writeFileSync(file, fresh);
        expect(readFileSync(file, 'utf8')).toBe(fresh);
      } finally {
        await bench.close();
      }
    });
  },
);

/** The page as it has to be. */
async function played(page: string, bench: Workbench): Promise<string> {
  const shell = shellOf(bench);
  let fresh = page;
  for (const step of stepsOf(page)) {
    if (step.kind === 'file') bench.project.write(step.name, step.text);
    else if (step.kind === 'sandbox') await done(parse(step.yaml), bench, shell);
    else {
      const commands: Command[] = [];
      for (const { line, prints } of step.commands) {
        const printed = steady(await shell.run(line));
        commands.push({ line, prints: tells(prints, printed) ? prints : printed });
      }
      fresh = fresh.replace(step.block, () => blockOf(commands));
    }
  }
  return fresh;
}

interface Shell {
  run(line: string): Promise<string>;
  set(env: Readonly<Record<string, string>>): void;
}

/** A shell in which `poolward` is this build; nobody is at its terminal. */
function shellOf({ project, env }: Workbench): Shell {
  const bin = join(project.folder, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'poolward'), `#!/bin/sh\nexec "${process.execPath}" "${BINARY}" "$@"\n`);
  chmodSync(join(bin, 'poolward'), 0o755);
  const path = `${bin}:${process.env['PATH']}`;
  // A newer Node has something to say of what cdktf calls.
  let own: Record<string, string | undefined> = { ...env, PATH: path, NO_COLOR: '1', NODE_NO_WARNINGS: '1' };
  return {
    run: async (line) =>
      (await runProgram('/bin/sh', ['-c', `{ ${line}\n} 2>&1`], { cwd: project.folder, env: own })).stdout,
    set: (more) => {
      own = { ...own, ...more };
    },
  };
}

async function done(deed: Deed, bench: Workbench, shell: Shell): Promise<void> {
  if (deed.spec) await bench.add({ [`${deed.spec}.yaml`]: configOf(deed.spec) });
  if (deed.identity) await makeIdentity(deed.identity, bench);
  if (deed.deploy) await deployed(deed.deploy, bench);
  if (deed.users) bench.sandbox.seedUsers(poolIdOf(bench), deed.users);
  if (deed.reset) await resetPassword(bench.sandbox, poolIdOf(bench), deed.reset);
  if (deed.env) shell.set(deed.env);
}

const configOf = (name: string): string => readFileSync(join(ROOT, 'configs', `${name}.yaml`), 'utf8');

async function deployed(name: string, bench: Workbench): Promise<void> {
  await bench.synth();
  await bench.terraform(name, 'init', '-input=false', '-no-color');
  await bench.terraform(name, 'apply', '-auto-approve', '-input=false', '-no-color');
  await makeStyles(bench.sandbox.url, configOf(name));
}

function poolIdOf({ sandbox }: Workbench): string {
  const [poolId] = REGIONS.flatMap((region) => [...sandbox.store(region).pools.keys()]);
  if (poolId === undefined) throw new Error('no pool was deployed yet');
  return poolId;
}

async function makeIdentity(EmailIdentity: string, { moto }: Workbench): Promise<void> {
  const headers = { ...signed('eu-west-1', 'ses'), 'content-type': 'application/json' };
  const body = JSON.stringify({ EmailIdentity });
  const answer = await fetch(`${moto.url}/v2/email/identities`, { method: 'POST', headers, body });
  expect(answer.status, await answer.text()).toBe(200);
}
