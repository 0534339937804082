import { dirname, join } from 'node:path';
import { PoolwardError } from '../../model/errors.js';
import type { PullArgs, Pulled } from '../engines.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { Io } from '../io.js';
import { type ConnectionOptions, withConnection } from '../options.js';
import type { Context, Subcommand } from '../subcommand.js';
import { pattern } from '../values.js';

interface Options extends ConnectionOptions {
  readonly id?: string;
  readonly out?: string;
  readonly imports?: string;
  readonly force?: true;
}

// As pool.id in the schema.
const id = pattern(/^[a-z][a-z0-9-]{0,62}$/, 'small letters, digits and hyphens, a letter first');

const ABOUT = `
The spec says what differs from Cognito's defaults, with comments on what is unusual. Users stay out of it; secrets come
as references. The file of --imports holds Terraform's import blocks: put it beside cdk.tf.json after poolward synth.`;

export const pull: Subcommand<Options> = {
  name: 'pull',
  summary: 'write the spec of a live pool, and what Terraform needs to import it; changes nothing in AWS',
  examples: [
    'poolward pull eu-west-1_AbCdEfGhI',
    'poolward pull eu-west-1_AbCdEfGhI --out configs/acme.yaml --imports imports.tf.json',
    'poolward pull acme-customers --region eu-west-1 --id customers > configs/customers.yaml',
  ],
  configure: (command) => {
    withConnection(command.argument('<pool>', 'id of the pool, or its name'), 'the Region to look in, for a name')
      .option('--id <id>', 'pool.id of the spec (default: made from the name)', id)
      .option('--out <file>', 'write the spec to a file (default: stdout)')
      .option('--imports <file>', 'also write import blocks for Terraform')
      .option('--force', 'overwrite files that exist')
      .addHelpText('after', ABOUT);
  },
  run: async (options, context) => {
    const { io } = context;
    refuseExisting(options, io);
    const pulled = await context.engines.pullPool(argsOf(options, context));
    const overwrite = options.force === true;
    if (options.imports !== undefined) await io.writeAtomic(options.imports, pulled.imports, { overwrite });
    if (options.out === undefined) io.out(pulled.text);
    else await writeSpec(options.out, pulled, io, overwrite);
    for (const line of talk(pulled, options)) io.err(`${line}\n`);
    return exitCode(pulled);
  },
};

/** The files beside it first: a spec that names what is not there is no spec. */
async function writeSpec(out: string, { text, files }: Pulled, io: Io, overwrite: boolean): Promise<void> {
  const folder = dirname(out);
  for (const { path, bytes } of files) await writeBeside(join(folder, path), bytes, io, overwrite);
  await io.writeAtomic(out, text, { overwrite });
}

/** What an earlier run, even a killed one, has left with the same content is not in the way. */
async function writeBeside(file: string, bytes: Uint8Array, io: Io, overwrite: boolean): Promise<void> {
  const there = io.files.stat(file) !== undefined && Buffer.from(bytes).equals(await io.readBytes(file));
  if (!there) await io.writeAtomic(file, bytes, { overwrite });
}

/** Before anything is asked of AWS, and again by the write itself. */
function refuseExisting({ out, imports, force }: Options, { files }: Io): void {
  const taken = force ? [] : [out, imports].filter((file) => file !== undefined && files.stat(file)?.kind === 'file');
  if (taken.length === 0) return;
  throw new PoolwardError('file-exists', `${taken.join(' and ')} exist${taken.length > 1 ? '' : 's'} already.`, {
    fault: 'user',
    help: 'Give another name, or --force to overwrite.',
  });
}

function argsOf(options: Options, { io, operands }: Context): PullArgs {
  const { id, out, endpointUrl, region, profile, roleArn, quotaShare } = options;
  return { pool: operands[0] ?? '', id, out, endpointUrl, region, profile, roleArn, quotaShare, io, signal: io.signal };
}

function talk({ findings, unread, notes, files }: Pulled, { out, imports }: Options): readonly string[] {
  const written = [out, imports].filter((file) => file !== undefined);
  return [
    ...findings.map(({ severity, message }) => `${severity}  ${message}`),
    ...unread.map((part) => `not read  ${part}`),
    ...notes,
    ...(files.length > 0 && out === undefined
      ? [`The spec names ${files.length} files, which --out writes beside it.`]
      : []),
    ...(written.length > 0 ? [`Wrote ${written.join(' and ')}.`] : []),
  ];
}

function exitCode({ findings, unread }: Pulled): ExitCode {
  if (findings.length > 0) return EXIT.findings;
  return unread.length > 0 ? EXIT.unchecked : EXIT.clean;
}
