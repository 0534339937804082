import { parseArgs } from 'node:util';

/** How much is measured. */
export interface Options {
  readonly pools: number;
  readonly clients: number;
  readonly specs: number;
  /** Runs of what takes less than a second; longer ones have fewer. */
  readonly runs: number;
  /** Stacks that Terraform plans, one after the other; fewer than pools to save time. 0 leaves Terraform out. */
  readonly stacks: number;
  /** Numbers of users of the users audits. */
  readonly users: readonly number[];
  /** Names of the measures that are wanted; none are all. */
  readonly only: readonly string[];
  /** Numbers of pools of the audits that show how time and memory grow. */
  readonly fleet: readonly number[];
}

type Amounts = Omit<Options, 'only'>;
const MANY = [10_000, 100_000, 1_000_000];
const FULL: Amounts = { pools: 50, clients: 50, specs: 1000, runs: 15, stacks: 20, fleet: [1, 50, 500], users: MANY };
const QUICK: Amounts = { pools: 4, clients: 20, specs: 200, runs: 5, stacks: 4, fleet: [1, 20], users: [5000, 20_000] };

const HELP = `npm run bench -- [options] [measure…]

  measures: start-up, many-specs, audit, growth, users; all of them unless some are named

  --quick          a small run: 4 pools of 20 clients, 200 specs
  --pools N        pools of the audit (${FULL.pools})
  --clients N      clients of each of them (${FULL.clients})
  --specs N        specs of the large validate (${FULL.specs})
  --runs N         runs of the short measures (${FULL.runs})
  --users N,…      users of the pools of the users audit (${MANY.join()})
  --stacks N       stacks of these pools that Terraform plans (${FULL.stacks}); 0 leaves Terraform out, which takes most of the time
`;

/** Undefined after help was printed. */
export function readOptions(argv: readonly string[]): Options | undefined {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      quick: { type: 'boolean' },
      stacks: { type: 'string' },
      pools: { type: 'string' },
      clients: { type: 'string' },
      specs: { type: 'string' },
      runs: { type: 'string' },
      users: { type: 'string' },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return undefined;
  }
  const base = values.quick ? QUICK : FULL;
  return {
    pools: count(values.pools, base.pools),
    clients: count(values.clients, base.clients),
    specs: count(values.specs, base.specs),
    runs: count(values.runs, base.runs),
    stacks: count(values.stacks, base.stacks, 0),
    fleet: base.fleet,
    users: values.users === undefined ? base.users : values.users.split(',').map((one) => count(one, 0)),
    only: positionals,
  };
}

function count(text: string | undefined, otherwise: number, least = 1): number {
  const number = Number(text ?? otherwise);
  if (!Number.isInteger(number) || number < least) throw new Error(`not a count: ${text}`);
  return number;
}
