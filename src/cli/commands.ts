// The registry of commands: a command is one file in commands/, and one line here.
import { accept } from './commands/accept.js';
import { audit } from './commands/audit.js';
import { demo } from './commands/demo.js';
import { explain } from './commands/explain.js';
import { fix } from './commands/fix.js';
import { iam } from './commands/iam.js';
import { init } from './commands/init.js';
import { plan } from './commands/plan.js';
import { preflight } from './commands/preflight.js';
import { pull } from './commands/pull.js';
import { sandbox } from './commands/sandbox.js';
import { schema } from './commands/schema.js';
import { signin } from './commands/signin.js';
import { synth } from './commands/synth.js';
import { users } from './commands/users.js';
import { validate } from './commands/validate.js';
import type { CommandGroup, Subcommand } from './subcommand.js';

/** In the order of `--help`: the order in which a newcomer meets them. */
export const commands: readonly (Subcommand | CommandGroup)[] = [
  init,
  pull,
  validate,
  explain,
  preflight,
  plan,
  synth,
  audit,
  accept,
  fix,
  users,
  signin,
  iam,
  sandbox,
  demo,
  schema,
];
