// `npx poolward` is the built command; `npx cdktf` only says that it was called.
import { spawnSync } from 'node:child_process';
import { record } from './record.mjs';

const args = process.argv.slice(2);
record('npx', args);
const [name, ...rest] = args.filter((word) => word !== '--yes');
if (/^poolward(@|$)/.test(name)) {
  const { status } = spawnSync(process.execPath, [process.env.POOLWARD_BINARY, ...rest], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else if (name !== 'cdktf') process.exitCode = 64;
