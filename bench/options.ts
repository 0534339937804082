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
  /** Numbers of pools of the audits that show how time and memory grow. */
  readonly fleet: readonly number[];
}

const FULL: Options = { pools: 50, clients: 50, specs: 1000, runs: 15, stacks: 20, fleet: [1, 50, 500] };
const QUICK: Options = { pools: 4, clients: 20, specs: 200, runs: 5, stacks: 4, fleet: [1, 20] };

const HELP = `npm run bench -- [options]

  --quick          a small run: 4 pools of 20 clients, 200 specs
  --pools N        pools of the audit (${FULL.pools})
  --clients N      clients of each of them (${FULL.clients})
  --specs N        specs of the large validate (${FULL.specs})
  --runs N         runs of the short measures (${FULL.runs})
  --stacks N       stacks of these pools that Terraform plans (${FULL.stacks}); 0 leaves Terraform out, which takes most of the time
`;

/** Undefined after help was printed. */
export function readOptions(argv: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      help: { type: 'boolean' },
      quick: { type: 'boolean' },
      stacks: { type: 'string' },
      pools: { type: 'string' },
      clients: { type: 'string' },
      specs: { type: 'string' },
      runs: { type: 'string' },
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
  };
}

function count(text: string | undefined, otherwise: number, least = 1): number {
  const number = Number(text ?? otherwise);
  if (!Number.isInteger(number) || number < least) throw new Error(`not a count: ${text}`);
  return number;
}
