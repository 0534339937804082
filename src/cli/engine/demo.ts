import { fileURLToPath } from 'node:url';
import { type Deployer, realDeployer } from '../../demo/deploy.js';
import { type Moto, startMoto } from '../../demo/moto.js';
import { findParts, type Part, type RealParts, realParts } from '../../demo/parts.js';
import { runProgram } from '../../demo/process.js';
import { makeProject, type Project } from '../../demo/project.js';
import { type Recording, replayDeployer } from '../../demo/recording.js';
import { changedLines, withSms } from '../../demo/specs.js';
import { startSandbox } from '../../sandbox/index.js';
import type { DemoArgs } from '../engines.js';

const SPEC = 'configs/email-mfa.yaml';
const ID = 'email-mfa';
const REGION = 'eu-west-1';

/** SMS is turned off in the code, every tool is content, and the pool still offers it: told by really doing it. */
export async function runDemo(args: DemoArgs): Promise<void> {
  const binary = fileURLToPath(new URL('../main.js', import.meta.url));
  const parts = findParts(args.env);
  const real = args.replay ? undefined : realParts(parts);
  const sandbox = await startSandbox({ seed: 'demo' });
  const project = makeProject(`${JSON.stringify(process.execPath)} ${JSON.stringify(binary)} synth`, args.env);
  let moto: Moto | undefined;
  try {
    moto = real && (await startMoto(real.moto));
    const env = { ...project.env(sandbox.url, moto?.url), ...(args.color && { FORCE_COLOR: '1' }) };
    const deployer = real
      ? realDeployer(real, project, ID, env)
      : replayDeployer(JSON.parse(args.readPackageFile('recordings/sms-off.json')) as Recording, sandbox.url, REGION);
    await tell(args, { project, env, binary, deployer, parts, real });
  } finally {
    moto?.close();
    await sandbox.close();
    project.remove();
  }
}

interface Scene {
  readonly project: Project;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly binary: string;
  readonly deployer: Deployer;
  readonly parts: readonly Part[];
  readonly real: RealParts | undefined;
}

async function tell(args: DemoArgs, scene: Scene): Promise<void> {
  const { project, deployer } = scene;
  const after = args.readPackageFile(SPEC);
  const before = withSms(after);
  args.show(`A pool in a local Cognito. Deploys are ${deployer.how}.\n${missingParts(scene)}`);

  args.show(`\n1. ${SPEC} has SMS MFA on. Deploy.\n`);
  project.write(SPEC, before);
  await deployer.deploy();
  await poolward(args, scene, 'audit', SPEC);

  args.show(`\n2. Turn SMS off in the spec, and deploy again.\n\n${indented(changedLines(before, after))}\n`);
  project.write(SPEC, after);
  const { plan } = await deployer.deploy();
  args.show(`\n$ terraform plan\n${indented(verdictOf(plan))}\n`);

  args.show('\n3. Terraform is content. The pool is not what the spec says:\n');
  await poolward(args, scene, 'audit', SPEC);

  args.show('\n4. Fix it, and look again.\n');
  await poolward(args, scene, 'fix', SPEC, '--yes');
  await poolward(args, scene, 'audit', SPEC);
}

function missingParts({ parts, real }: Scene): string {
  const missing = parts.filter(({ found }) => found === undefined);
  if (real || missing.length === 0) return '';
  return `For real deploys install: ${missing.map(({ name, get }) => `${name} (${get})`).join('; ')}.\n`;
}

/** Runs the command as a user would, and shows what it prints. */
async function poolward(args: DemoArgs, { project, env, binary }: Scene, ...words: string[]): Promise<void> {
  args.signal.throwIfAborted();
  args.show(`\n$ poolward ${words.join(' ')}\n`);
  const { code, stdout, stderr } = await runProgram(process.execPath, [binary, ...words], { cwd: project.folder, env });
  if (code > 1) throw new Error(`poolward ${words.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
  args.show(indented(`${stderr}${stdout}`.trimEnd()));
  args.show(`\n  (exit code ${code})\n`);
}

/** Terraform's verdict; its list of refreshed resources before it says nothing here. */
function verdictOf(plan: string): string {
  const at = plan.search(/^(No changes|Terraform used|Plan:)/m);
  return (at < 0 ? plan : plan.slice(at)).trim();
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
