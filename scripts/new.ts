// `npm run new rule <id>` begins a rule of posture; with `-- --kind refusal`, one about what AWS refuses.
import { begin } from './new/begin.js';

try {
  process.stdout.write(begin(process.argv.slice(2), process.cwd()));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
