// Live pools become specs, and Terraform imports what the specs synthesise to: nothing to add, change, replace or destroy.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../../src/audit/audit.js';
import { poolReader } from '../../src/aws/reads.js';
import { type Moto, startMoto } from '../../src/demo/moto.js';
import type { RealParts } from '../../src/demo/parts.js';
import { runProgram } from '../../src/demo/process.js';
import { makeProject, type Project } from '../../src/demo/project.js';
import type { PoolSpec } from '../../src/facets/index.js';
import type { Import } from '../../src/pull/imports.js';
import { type Pulled, pull } from '../../src/pull/pull.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import { desired, identityOf } from '../../src/spec/desired.js';
import { parseSpec } from '../../src/spec/parse.js';
import { stackPlan } from '../../src/synth/plan.js';
import { writeStacks } from '../../src/synth/stack.js';
import { ROOT } from '../harness/built.js';
import { REAL } from '../harness/parts.js';
import { inputOf, ODD_POOLS, SECRET } from '../pull/odd-pools.js';
import { clientFor, send } from '../sandbox/support.js';
import { makeFunctions } from './moto-functions.js';

/** A local Cognito, and what else a stack touches. */
interface World {
  readonly sandbox: Sandbox;
  readonly moto: Moto;
}

const CONFIGS = readdirSync(join(ROOT, 'configs')).filter((name) => name.endsWith('.yaml'));
const specOf = (text: string): PoolSpec =>
  parseSpec('x.yaml', new TextEncoder().encode(text)).document?.value as PoolSpec;
const REGIONS = new Set(
  CONFIGS.map((name) => specOf(readFileSync(join(ROOT, 'configs', name), 'utf8')).pool.region).sort(),
);
/** A spec of another pool that is the same in everything but who it is. */
const withoutIds = (text: string): string => text.replace(/^ {2}userPoolId: .*\n/m, '');

/**
 * In-place updates that no code can avoid, and that change nothing of what the pool does. The provider sends all three texts
 * of an invitation, and AWS refuses an empty one: left empty, the plan shows nothing, and every later update of the pool
 * fails. And its schema gives each unit of tokens a default, which `ignore_changes` does not hold back.
 */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'module.one-invitation-text.aws_cognito_user_pool.pool': ['admin_create_user_config'],
  'module.one-unit.aws_cognito_user_pool_client.web': ['token_validity_units'],
};

/** What those two updates send: all that the imports write. An update that only marks a value as secret sends nothing. */
const KNOWN_WRITES = ['UpdateUserPool', 'UpdateUserPoolClient'];

/** The spec with another value in each pool, client, and identity provider. */
function later(spec: any): PoolSpec {
  const each = (facet: string, more: (key: string) => object) =>
    spec[facet] && {
      [facet]: Object.fromEntries(
        Object.entries<any>(spec[facet]).map(([key, one]) => [key, { ...one, ...more(key) }]),
      ),
    };
  return {
    ...spec,
    passwordPolicy: { ...spec.passwordPolicy, minimumLength: 17 },
    ...each('clients', () => ({ authSessionMinutes: 7 })),
    ...each('identityProviders', (key) => ({ identifiers: [`${key}.later`] })),
  };
}

/** The arguments that a planned change changes. An update without any only marks a value as secret. */
function changedBy({ actions, before, after }: any): readonly string[] | string {
  const same = (name: string) => JSON.stringify(before[name]) === JSON.stringify(after[name]);
  return ['no-op', 'update'].includes(actions.join())
    ? Object.keys(after).filter((name) => !same(name))
    : actions.join();
}

describe.skipIf(REAL.missing !== undefined)(
  `pull, and import${REAL.missing ? ` [${REAL.missing}]` : ''}`,
  { timeout: 300_000 },
  () => {
    let first: World;
    let second: World;
    let project: Project;
    let folder: string;
    let pulled: ReadonlyMap<string, Pulled>;

    beforeAll(async () => {
      const { mirror, moto } = REAL.parts as RealParts;
      const world = async (): Promise<World> => ({ sandbox: await startSandbox(), moto: await startMoto(moto) });
      [first, second] = await Promise.all([world(), world()]);
      folder = mkdtempSync(join(tmpdir(), 'poolward-pull-'));
      project = makeProject('unused', process.env);
      const mirrored = `filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }`;
      project.write('terraformrc', `provider_installation {\n  ${mirrored}\n}\n`);
      const texts = CONFIGS.map((name) => readFileSync(join(ROOT, 'configs', name), 'utf8'));
      for (const text of texts) await makeFunctions(first.moto.url, text);
      await root('configs', texts.map(specOf));
      await terraform('configs', first, 'apply', '-auto-approve');
      await makeOddPools();
      pulled = await pullAll(first);
    }, 300_000);

    afterAll(async () => {
      for (const { sandbox, moto } of [first, second]) {
        await sandbox.close();
        moto.close();
      }
      project.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    /** One root module with a module for each stack: one run of Terraform instead of twenty. */
    async function root(name: string, specs: readonly PoolSpec[], imports: readonly Import[] = []): Promise<void> {
      const home = join(folder, name);
      mkdirSync(home, { recursive: true });
      const plans = specs.map((spec) => stackPlan(desired(spec), identityOf(spec)));
      await writeStacks(plans, join(home, 'out'));
      const modules = plans.map(({ identity: { id }, variables }) => [
        id,
        { source: `./out/stacks/${id}`, ...Object.fromEntries(variables.map((variable) => [variable, SECRET])) },
      ]);
      const main = { module: Object.fromEntries(modules), import: imports };
      writeFileSync(join(home, 'main.tf.json'), JSON.stringify(main));
    }

    async function terraform(name: string, { sandbox, moto }: World, ...args: readonly string[]): Promise<string> {
      const env = { ...project.env(sandbox.url, moto.url), TF_CLI_CONFIG_FILE: join(project.folder, 'terraformrc') };
      const run = async (...words: readonly string[]) => {
        const { code, stdout, stderr } = await runProgram('terraform', [...words], { cwd: join(folder, name), env });
        if (code !== 0) throw new Error(`terraform ${words.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`);
        return stdout;
      };
      if (args[0] === 'show') return run(...args, '-no-color');
      await run('init', '-input=false', '-no-color');
      return run(...args, '-input=false', '-no-color');
    }

    async function makeOddPools(): Promise<void> {
      const client = clientFor(first.sandbox.url, 'eu-west-1');
      for (const [PoolName, odd] of Object.entries(ODD_POOLS)) {
        const { UserPool } = await send(client, ['CreateUserPool', { PoolName, ...inputOf(odd) }]);
        const UserPoolId = UserPool.Id as string;
        await odd.more?.((operation, input) => send(client, [operation, { UserPoolId, ...input }]));
        if (odd.change) first.sandbox.seed(UserPoolId, odd.change);
      }
    }

    async function pullAll({ sandbox }: World): Promise<Map<string, Pulled>> {
      const all = new Map<string, Pulled>();
      for (const region of REGIONS) {
        const client = clientFor(sandbox.url, region);
        const { UserPools } = await send(client, ['ListUserPools', { MaxResults: 60 }]);
        for (const { Id: poolId } of UserPools as { Id: string }[]) {
          const snapshot = await poolReader(client).read({ poolId, sections: SECTIONS, users: [] });
          const one = pull(snapshot, { poolId, id: undefined, schema: 'schema.json', file: 'x.yaml' });
          all.set(specOf(one.text).pool.id, one);
        }
      }
      return all;
    }

    const specs = () => [...pulled.values()].map(({ text }) => specOf(text));

    /** What the identity providers hold. */
    const secrets = () =>
      specs().flatMap(({ pool }) =>
        [...first.sandbox.peek(pool.userPoolId ?? '').identityProviders].map(([name, { ProviderDetails }]) => [
          pool.id,
          name,
          ProviderDetails?.['client_secret'] ?? ProviderDetails?.['private_key'],
        ]),
      );

    it('says all of every pool', () => {
      expect(pulled.size).toBe(CONFIGS.length + Object.keys(ODD_POOLS).length);
      const rest = [...pulled].map(([id, { findings, unread, imports }]) => {
        return [id, findings.map(({ setting }) => setting), unread, imports.impossible];
      });
      expect(rest.filter(([, ...lists]) => lists.some((list) => list?.length !== 0))).toEqual([
        ['nothing-said', ['signIn.caseSensitive'], [], []],
      ]);
    });

    it('imports every pool, with nothing to add, change, replace or destroy', async () => {
      const imports = [...pulled].flatMap(([id, one]) =>
        one.imports.blocks.map((block) => ({ ...block, to: `module.${id}.${block.to}` })),
      );
      await root('import', specs(), imports);
      await terraform('import', first, 'plan', '-out=plan');
      const plan = JSON.parse(await terraform('import', first, 'show', '-json', 'plan'));
      const changes = plan.resource_changes.map(({ address, change }: any) => [address, changedBy(change)]);
      expect(
        Object.fromEntries(changes.filter(([, changed]: [string, readonly string[]]) => changed.length > 0)),
      ).toEqual(KNOWN);
      const importing = plan.resource_changes.filter(({ change }: any) => change.importing?.id !== undefined);
      expect(importing).toHaveLength(imports.length);
      expect(plan.resource_changes).toHaveLength(imports.length);
    });

    it('shows no secret in that plan', async () => {
      const plan = await terraform('import', first, 'show', 'plan');
      expect(plan).toContain('client_secret');
      expect(plan).not.toContain(SECRET);
    });

    it('writes next to nothing when that is applied, and has nothing left to do', async () => {
      const before = first.sandbox.requests.length;
      await terraform('import', first, 'apply', '-auto-approve');
      const sent = first.sandbox.requests.slice(before).map(({ operation }) => operation);
      expect(sent.filter((operation) => !/^(Describe|Get|List)/.test(operation)).sort()).toEqual(KNOWN_WRITES);
      expect(await terraform('import', first, 'plan', '-detailed-exitcode')).toContain('No changes.');
    });

    it('loses nothing when something else is changed later', async () => {
      const before = secrets();
      expect(before.length).toBeGreaterThan(0);
      const changed = specs().map(later);
      await root('import', changed);
      await terraform('import', first, 'apply', '-auto-approve');
      const again = await pullAll(first);
      const without = ({ terraform: _, ...spec }: any) => spec;
      for (const spec of changed)
        expect(without(specOf(again.get(spec.pool.id)?.text ?? '')), spec.pool.id).toEqual(without(spec));
      expect(secrets()).toEqual(before);
    });

    it('is pulled as the same spec again, once the spec made another pool', async () => {
      // No new pool can be as old ones are; and one of a hundred clients proves as much as all of them.
      const apart = ['no-recovery-setting', 'nothing-said', 'many-clients'];
      const some = new Map([...pulled].filter(([id]) => !apart.includes(id)));
      await root(
        'again',
        [...some.values()].map(({ text }) => specOf(withoutIds(text))),
      );
      await terraform('again', second, 'apply', '-auto-approve');
      const again = await pullAll(second);
      for (const [id, { text }] of some) expect(withoutIds(again.get(id)?.text ?? ''), id).toBe(withoutIds(text));
    });
  },
);
