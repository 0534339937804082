import { Option } from 'commander';
import { EXIT } from '../exit.js';
import type { PoolIdentity } from '../init/example-spec.js';
import type { Written } from '../init/files.js';
import { detectPlatform, PLATFORMS, type Platform } from '../init/platform.js';
import type { Io } from '../io.js';
import { REGION } from '../options.js';
import type { Subcommand } from '../subcommand.js';
import { accountNumber, pattern } from '../values.js';

interface Options {
  readonly id: string;
  readonly name?: string;
  readonly region?: string;
  readonly account?: string;
  readonly ci?: Platform;
}

/** AWS's own example of an account; nobody's. */
const NOBODY = '123456789012';

const region = pattern(REGION, 'a region such as eu-west-1');
// Short enough for a domain prefix made of it, which may have 63 characters.
const id = pattern(/^[a-z](?:-?[a-z0-9]){0,47}$/, 'up to 48 small letters, digits and single hyphens, a letter first');
// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
const poolName = pattern(/^[\w\s+=,.@-]{1,128}$/, 'up to 128 letters, digits, spaces and + = , . @ -');

export const init: Subcommand<Options> = {
  name: 'init',
  summary: 'put a first spec, cdktf.json and pipelines into this repository',
  examples: ['poolward init', 'poolward init --id acme-customers --region eu-west-1 --account 123456789012'],
  configure: (command) => {
    command
      .option('--id <id>', 'stable id of the pool; Terraform addresses come from it', id, 'acme-customers')
      .option('--name <name>', 'name of the pool (default: the id)', poolName)
      .option('--region <region>', 'region of the pool (default: AWS_REGION, or eu-west-1)', region)
      .option('--account <number>', 'account of the pool', accountNumber)
      .addOption(
        new Option(
          '--ci <platform>',
          'whose pipelines to write (default: by .gitlab-ci.yml and the git remote)',
        ).choices(PLATFORMS),
      );
  },
  run: async (options, { io }) => {
    const { writeFiles, readText } = await import('../init/files.js');
    const pool = identity(options, io);
    const platform = options.ci ?? (await detectPlatform(io));
    const written = await writeFiles(pool, platform, io);
    const steps = nextSteps(pool, platform, await readText('package.json', io));
    io.out(`${[...written.map(line), ...advice(written), '', 'Next:', ...steps.map(numbered)].join('\n')}\n`);
    return EXIT.clean;
  },
};

function identity(options: Options, { env }: Io): PoolIdentity {
  const fromEnv = env['AWS_REGION'] ?? '';
  return {
    id: options.id,
    name: options.name ?? options.id,
    region: options.region ?? (REGION.test(fromEnv) ? fromEnv : 'eu-west-1'),
    account: options.account ?? NOBODY,
  };
}

function line({ file, state }: Written): string {
  return `${state.padEnd(9)} ${file}`;
}

function advice(written: readonly Written[]): readonly string[] {
  const texts = written.flatMap((file) => file.advice ?? []);
  return texts.length === 0 ? [] : ['', ...texts];
}

function numbered(step: string, index: number): string {
  return `  ${index + 1}. ${step}`;
}

/** Where the roles stand, and what trusts whom. */
const ROLES: Readonly<Record<Platform, string>> = {
  github: 'Put your roles into .github/workflows/poolward-*.yml; they have to trust the repository by OpenID Connect.',
  gitlab:
    'Put your roles into .gitlab/poolward.yml; they have to trust the project by OpenID Connect. Do what its first lines say.',
};

function nextSteps({ account }: PoolIdentity, platform: Platform, packageJson: string | undefined): readonly string[] {
  return [
    ...(packageJson === undefined ? ['npm init -y'] : []),
    ...(packageJson?.includes('"poolward"') ? [] : ['npm install --save-dev poolward']),
    'npm install --save-dev cdktf-cli cdktf constructs @cdktf/provider-aws',
    `Make configs/example.yaml yours${account === NOBODY ? `, above all the account (${NOBODY} is a placeholder)` : ''}, then: npx poolward validate`,
    `${ROLES[platform]} What the one that reads needs: npx poolward iam`,
    'Choose a remote backend for Terraform state before a pipeline deploys.',
    'npx cdktf diff, then npx cdktf deploy, then: npx poolward audit',
  ];
}
