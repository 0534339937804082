// A program of which only the call matters: `npm ci`, `unzip`.
import { record } from './record.mjs';

const [program, ...args] = process.argv.slice(2);
record(program, args);
