import type { Finding } from '../../model/finding.js';
import { addressOf, type PoolState, valueAt } from '../../model/state.js';
import { endingLines } from '../../signin/ending-lines.js';
import type { Where } from '../../signin/findings.js';
import { judge } from '../../signin/judge.js';
import { signIn } from '../../signin/sign-in.js';
import { desired } from '../../spec/desired.js';
import type { LoadedSpec } from '../../spec/load.js';
import { poolMfa } from '../../users/pool-mfa.js';
import type { Outcome, SignInArgs } from '../engines.js';
import { type Live, live } from './live.js';
import { onlySpec } from './only-spec.js';
import { NOTHING_COVERED, reportOf } from './outcome.js';
import { type ChosenClient, chosenClient } from './signin-client.js';
import { expectationFor } from './signin-expectation.js';
import { knownOf } from './signin-known.js';
import { personOf, redacted } from './signin-person.js';
import { placeOf } from './signin-place.js';

const COMMAND = 'signin';

/** Signs one user in, and holds what Cognito asked for against the spec. */
export async function signInOnce(args: SignInArgs): Promise<Outcome> {
  const startedAt = args.io.now();
  const { spec, accounts, documents } = onlySpec(args, 'poolward signin <user> configs/customers.yaml');
  const state = desired(spec.spec);
  const chosen = chosenClient(args, spec, state);
  const connections = live(args, accounts);
  const run: Run = { args, spec, state, chosen, connections, secrets: new Set(chosen.secret ? [chosen.secret] : []) };
  const done = await signedIn(run);
  const { file } = spec.document;
  const { region, account } = spec.spec.pool;
  const report = reportOf(COMMAND, {
    startedAt,
    finishedAt: args.io.now(),
    findings: done.findings,
    targets: [{ spec: file, poolId: done.poolId, region: args.region ?? region, account }],
    coverage: {
      ...NOTHING_COVERED,
      checked: done.compared ? 1 : 0,
      unchecked: done.open.map((reason) => ({ target: file, setting: 'signin', reason })),
    },
    ...connections.meter,
  });
  return { report, documents };
}

interface Run {
  readonly args: SignInArgs;
  readonly spec: LoadedSpec;
  readonly state: PoolState;
  readonly chosen: ChosenClient;
  readonly connections: Live;
  /** Never to be printed. */
  readonly secrets: Set<string>;
}

interface Done {
  readonly poolId: string;
  readonly findings: readonly Finding[];
  readonly compared: boolean;
  readonly open: readonly string[];
}

async function signedIn(run: Run): Promise<Done> {
  const { args, spec, state, chosen, connections, secrets } = run;
  const { user: username, admin, signal } = args;
  const { poolId, clientId } = await placeOf(spec, chosen.key, connections, args);
  const known = await knownOf(args, chosen.flow, poolId, secrets);
  const expectation = await expectationFor(args, { spec, state }, chosen, known, connections, poolId);
  const port = await connections.signIn(spec.spec.pool, { poolId, clientId, secret: chosen.secret, admin });
  const person = personOf(args, secrets);
  signal.throwIfAborted();
  person.say(`sign-in  to ${poolId} with clients.${chosen.key} (${chosen.flow}${admin ? ', as administrator' : ''})`);
  const seen = await signIn(port, { flow: chosen.flow, username, admin, known }, person);
  for (const line of endingLines(seen.ending, refreshValidity(run))) person.say(line);
  const { findings, compared, open } = judge(seen, expectation, args.expect ? 'option' : 'spec', whereOf(run));
  const unsaid = new Set([...secrets, username]);
  return { poolId, findings, compared, open: open.map((reason) => redacted(reason, unsaid)) };
}

function refreshValidity({ state, chosen }: Run): string {
  return String(valueAt(state, `${addressOf('clients', chosen.key)}.refreshTokenValidity`) ?? 'some time');
}

function whereOf({ spec, state, chosen }: Run): Where {
  return { specId: spec.spec.pool.id, document: spec.document, client: chosen.key, pool: poolMfa(state) };
}
