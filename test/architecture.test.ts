// Who may import what, and who may touch the world (docs/architecture.md). Type-only imports are no imports.
import { describe, expect, it } from 'vitest';
import { FILES, SOURCES, type Source } from './harness/sources.js';

const inside =
  (...places: string[]) =>
  (file: string): boolean =>
    places.some((place) => file === place || (place.endsWith('/') && file.startsWith(place)));
const isLocal = (from: string): boolean => from.endsWith('.ts');
const all = ({ imports, lazy }: Source): readonly string[] => [...imports, ...lazy];

/** `file <- what` of every import that is not allowed. */
function offences(of: (file: string) => boolean, forbidden: (from: string) => boolean, by = all): string[] {
  return SOURCES.filter(({ file }) => of(file)).flatMap((source) =>
    by(source)
      .filter(forbidden)
      .map((from) => `${source.file} <- ${from}`),
  );
}

const everywhereBut =
  (...places: string[]) =>
  (file: string): boolean =>
    !inside(...places)(file);
const outside =
  (...places: string[]) =>
  (from: string): boolean =>
    isLocal(from) && !inside(...places)(from);

/** Modules of Node that reach out of the process. */
const OUT = /^(node:)?(fs|fs\/promises|child_process|net|http|https|http2|dgram|dns|tls|worker_threads)$/;
const SDK = /^@(aws-sdk|smithy)\//;
const CDKTF = /^(cdktf|constructs|@cdktf\/.*)$/;

describe('the world', () => {
  const touching = [
    'cli/io.ts',
    'cli/journal-file.ts',
    'cli/main.ts',
    'cli/node-files.ts',
    'cli/signals.ts',
    'aws/',
    'synth/stack.ts',
    'sandbox/server.ts',
    'demo/',
    // The functions themselves; what they decide is in triggers/flow.
    'triggers/create-auth-challenge.ts',
    'triggers/define-auth-challenge.ts',
    'triggers/restore-mfa.ts',
    'triggers/verify-auth-challenge.ts',
  ];

  it('is read and written by few', () => {
    expect(offences(everywhereBut(...touching), (from) => OUT.test(from))).toEqual([]);
  });

  it('is seen by few: process, console, fetch, the clock', () => {
    /** The command of the demo runs this very program. */
    const excepted = ['cli/engine/demo.ts: process'];
    const found = SOURCES.filter(({ file }) => everywhereBut(...touching)(file)).flatMap(({ file, globals }) =>
      [...new Set(globals)].map((global) => `${file}: ${global}`),
    );
    expect(found.filter((one) => !excepted.includes(one))).toEqual([]);
  });

  it('of AWS is reached by aws/ alone', () => {
    // Lambda's runtime has the SDK: each function loads the one client that it needs.
    const functions = ['triggers/create-auth-challenge.ts', 'triggers/restore-mfa.ts'];
    expect(offences(everywhereBut('aws/', ...functions), (from) => SDK.test(from))).toEqual([]);
  });

  it('of Terraform is reached by synth/stack.ts alone', () => {
    expect(offences(everywhereBut('synth/stack.ts'), (from) => CDKTF.test(from))).toEqual([]);
  });
});

describe('the scanner', () => {
  it('sees what it looks for', () => {
    const by = (file: string): Source | undefined => SOURCES.find((source) => source.file === file);
    expect(by('cli/node-files.ts')).toMatchObject({ imports: expect.arrayContaining(['node:fs']) });
    expect(by('cli/main.ts')?.globals).toContain('process');
    expect(by('sandbox/server.ts')?.globals).toContain('new Date()');
    expect(by('cli/engines.ts')?.lazy).toContain('cli/engine/validate.ts');
    expect(by('facets/clients.ts')?.imports).not.toContain('@aws-sdk/client-cognito-identity-provider');
  });
});

describe('layers', () => {
  it('the model knows only itself', () => {
    expect(offences(inside('model/'), (from) => !inside('model/')(from))).toEqual([]);
  });

  it('texts know only themselves', () => {
    expect(offences(inside('text/'), (from) => !inside('text/')(from))).toEqual([]);
  });

  it('facets know only the model and texts', () => {
    expect(offences(inside('facets/'), (from) => !inside('facets/', 'model/', 'text/')(from))).toEqual([]);
  });

  it('the sandbox knows nothing of the product', () => {
    expect(offences(inside('sandbox/'), outside('sandbox/'))).toEqual([]);
  });

  it('the product knows nothing of the sandbox and the demo', () => {
    const product = everywhereBut('sandbox/', 'demo/', 'cli/engines.ts', 'cli/engine/demo.ts');
    expect(offences(product, inside('sandbox/', 'demo/'))).toEqual([]);
  });

  it('the command line is above everything', () => {
    expect(offences(everywhereBut('cli/'), inside('cli/'))).toEqual([]);
  });

  it.each([
    ['report/', ['report/', 'model/', 'spec/quote.ts']],
    ['rules/', ['rules/', 'model/', 'facets/', 'spec/']],
    ['spec/', ['spec/', 'model/', 'facets/', 'rules/']],
    ['accept/', ['accept/', 'model/', 'spec/', 'rules/']],
    ['explain/', ['explain/', 'model/', 'facets/', 'rules/', 'spec/', 'report/', 'preflight/']],
    ['synth/', ['synth/', 'model/', 'facets/']],
    ['audit/', ['audit/', 'model/', 'facets/', 'spec/', 'rules/', 'synth/']],
    ['preflight/', ['preflight/', 'model/', 'facets/', 'spec/']],
    ['users/', ['users/', 'model/']],
    ['triggers/', ['triggers/', 'users/', 'aws/', 'model/']],
    ['triggers/flow/', ['triggers/flow/', 'users/', 'model/']],
    ['signin/', ['signin/', 'users/', 'model/']],
    ['aws/', ['aws/', 'model/', 'audit/']],
    ['fix/', ['fix/', 'model/', 'facets/', 'audit/', 'synth/']],
  ])('%s knows only what is beneath it', (layer, beneath) => {
    expect(offences(inside(layer), outside('text/', ...beneath))).toEqual([]);
  });
});

describe('what a command loads', () => {
  /** Everything that is loaded with these files, without what they import when it is needed. */
  function closure(...start: string[]): Set<string> {
    const loaded = new Set<string>();
    const open = [...start];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (loaded.has(file)) continue;
      loaded.add(file);
      open.push(...(SOURCES.find((source) => source.file === file)?.imports ?? []));
    }
    return loaded;
  }

  it.each(['validate', 'explain'])('%s loads neither the SDK nor cdktf nor the sandbox', (name) => {
    const loaded = [...closure('cli/main.ts', `cli/commands/${name}.ts`, `cli/engine/${name}.ts`)];
    expect(loaded).toContain('facets/index.ts');
    const heavy = loaded.filter((one) => SDK.test(one) || CDKTF.test(one) || inside('sandbox/', 'demo/', 'aws/')(one));
    expect(heavy).toEqual([]);
  });

  it('the clients of other services are loaded when such a service is asked', () => {
    const isOther = (from: string) =>
      SDK.test(from) && !/\/(client-cognito-identity-provider|credential-providers)$/.test(from);
    const services = SOURCES.filter((source) => everywhereBut('triggers/')(source.file))
      .filter((source) => all(source).some(isOther))
      .map(({ file }) => file);
    const users = (file: string) => SOURCES.filter((source) => all(source).includes(file)).map((source) => source.file);
    expect(services).toContain('aws/ses.ts');
    // CloudTrail is asked by an audit alone, and only with --who.
    expect(users('aws/cloudtrail.ts')).toEqual(['cli/engine/live.ts']);
    const rest = services.filter((file) => file !== 'aws/cloudtrail.ts');
    expect([...new Set(rest.flatMap(users))]).toEqual(['aws/services.ts']);
    // An audit asks whose the credentials are, where it finds no pool, and who made a change.
    expect(users('aws/services.ts').sort()).toEqual(['cli/engine/live.ts', 'cli/engine/preflight.ts']);
    const loaded = closure('cli/main.ts', 'cli/commands/preflight.ts', 'cli/engine/preflight.ts');
    expect([...loaded].filter((one) => SDK.test(one) || CDKTF.test(one))).toEqual([]);
    expect([...closure('cli/engine/audit.ts')]).not.toContain('aws/cloudtrail.ts');
  });

  it('the proof of passwords is loaded by a sign-in alone', () => {
    const users = SOURCES.filter((source) => all(source).includes('aws/srp.ts')).map(({ file }) => file);
    expect(users).toEqual(['cli/engine/signin-known.ts']);
    expect([...closure('cli/main.ts', 'cli/engine/audit.ts')]).not.toContain('aws/srp.ts');
  });

  it('--help loads no engine', () => {
    const loaded = [...closure('cli/main.ts')];
    expect(loaded.filter(inside('cli/engine/', 'facets/', 'audit/', 'rules/'))).toEqual([]);
  });
});

describe('files', () => {
  it('are no longer than 300 lines', () => {
    const long = SOURCES.filter(({ file, lines }) => lines > 300 && !file.includes('.generated.'));
    expect(long.map(({ file }) => file)).toEqual([]);
  });

  it('are named in kebab-case', () => {
    expect(FILES.filter((file) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.generated)?\.ts$/.test(file))).toEqual([]);
  });
});
