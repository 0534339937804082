import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** An empty repository with Poolward in it, in a folder of its own. */
export interface Project {
  readonly folder: string;
  /** Environment in which AWS tools reach the sandbox only, and nothing of the user's own AWS configuration. */
  env(sandboxUrl: string, othersUrl?: string): Env;
  write(file: string, text: string): void;
  remove(): void;
}

/** Makes the project; `synth` is the command line that `cdktf.json` names as its app. */
export function makeProject(synth: string, outer: Env): Project {
  const folder = mkdtempSync(join(tmpdir(), 'poolward-demo-'));
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  mkdirSync(join(folder, 'configs'));
  write(
    'cdktf.json',
    JSON.stringify({ language: 'typescript', app: synth, sendCrashReports: 'false', projectId: 'demo' }),
  );
  return {
    folder,
    write,
    env: (sandboxUrl, othersUrl) => ({ ...clean(outer), ...isolated(folder), ...endpoints(sandboxUrl, othersUrl) }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Without what would lead a tool to a real account. */
function clean(outer: Env): Env {
  return Object.fromEntries(Object.entries(outer).filter(([name]) => !/^(AWS_|TF_)/.test(name)));
}

function isolated(folder: string): Env {
  return {
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    AWS_CONFIG_FILE: join(folder, 'no-aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'no-aws-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    CHECKPOINT_DISABLE: '1',
    CI: '1',
    FORCE_COLOR: undefined,
  };
}

function endpoints(sandboxUrl: string, othersUrl: string | undefined): Env {
  return {
    AWS_ENDPOINT_URL: othersUrl ?? sandboxUrl,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: sandboxUrl,
  };
}
