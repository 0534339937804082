import type { Io } from '../io.js';
import type { PoolIdentity } from './example-spec.js';
import { GITLAB_ENTRY, GITLAB_FILE, gitlabPipeline } from './gitlab-pipeline.js';
import { auditWorkflow, checkWorkflow, deployWorkflow } from './workflows.js';

/** Whose pipelines `init` writes. */
export const PLATFORMS = ['github', 'gitlab'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** The pipelines, by file. */
export function pipelineFiles(platform: Platform, pool: PoolIdentity): Readonly<Record<string, string>> {
  if (platform === 'gitlab') return { [GITLAB_FILE]: gitlabPipeline(pool), '.gitlab-ci.yml': GITLAB_ENTRY };
  return {
    '.github/workflows/poolward-check.yml': checkWorkflow(pool),
    '.github/workflows/poolward-deploy.yml': deployWorkflow(pool),
    '.github/workflows/poolward-audit.yml': auditWorkflow(pool),
  };
}

/** GitLab where the repository has a pipeline or a remote of it; GitHub anywhere else. */
export async function detectPlatform(io: Pick<Io, 'files' | 'readBytes'>): Promise<Platform> {
  if (io.files.stat('.gitlab-ci.yml') !== undefined) return 'gitlab';
  if (io.files.stat('.git/config') === undefined) return 'github';
  const config = new TextDecoder().decode(await io.readBytes('.git/config'));
  return REMOTE.test(config) ? 'gitlab' : 'github';
}

/** `https://gitlab.com/…`, `git@gitlab.acme.com:…`: the word in the host, not in the path. */
const REMOTE = /^\s*url\s*=\s*(?:\w+:\/\/)?(?:[^@/\s]+@)?[^/:\s]*\bgitlab\b/m;
