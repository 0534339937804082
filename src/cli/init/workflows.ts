import type { PoolIdentity } from './example-spec.js';
import { GITHUB_ISSUE } from './github-issue.js';
import { indented } from './indented.js';
import { ARTIFACT, FETCH_LAST_REPORT, KEEP_LAST_REPORT, LAST_REPORT } from './last-report.js';

type Role = 'poolward-read' | 'poolward-deploy';

/** Poolward needs no install scripts, and runs no foreign ones where it has a token; the cdktf CLI needs its own. */
function node(install: 'npm ci' | 'npm ci --ignore-scripts'): string {
  return `      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: actions/setup-node@v5
        with:
          node-version: 22
          cache: npm
      - run: ${install}
`;
}

const TERRAFORM = `      - uses: hashicorp/setup-terraform@v3
        with:
          terraform_version: "~1.9"
          terraform_wrapper: false
`;

/** The role is assumed by OpenID Connect: the workflow holds no key, and the repository no secret. */
function credentials({ account, region }: PoolIdentity, role: Role): string {
  return `      - uses: aws-actions/configure-aws-credentials@v5
        with:
          # Put in your own role; it has to trust this repository by OpenID Connect.
          role-to-assume: arn:aws:iam::${account}:role/${role}
          aws-region: ${region}
`;
}

/** On pull requests: are the specs right, and what would a deploy do to the live pools. */
export function checkWorkflow(pool: PoolIdentity): string {
  return `name: Poolward check

on:
  pull_request:

# A new push makes the check of the last one pointless.
concurrency:
  group: poolward-check-\${{ github.ref }}
  cancel-in-progress: true

permissions:
  contents: read

jobs:
  validate:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
${node('npm ci --ignore-scripts')}      - run: npx poolward validate --format github

  plan:
    needs: validate
    # A pull request from a fork gets no token, so it cannot assume the role.
    if: github.event.pull_request.head.repo.full_name == github.repository
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
      id-token: write
    steps:
${node('npm ci --ignore-scripts')}${credentials(pool, 'poolward-read')}      - run: npx poolward plan --format github
`;
}

/** On main: deploy, then look whether the pools really became what the specs say. */
export function deployWorkflow(pool: PoolIdentity): string {
  return `name: Poolward deploy

on:
  push:
    branches: [main]
  workflow_dispatch:

# One deploy at a time, and none is cut off half-way.
concurrency:
  group: poolward-deploy
  cancel-in-progress: false

permissions:
  contents: read
  id-token: write

jobs:
  deploy:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
${node('npm ci')}${TERRAFORM}      - run: npx poolward validate --format github
${credentials(pool, 'poolward-deploy')}      # Terraform's state has to outlive this job: keep it in a remote backend, not in the checkout.
      - run: npx cdktf deploy '*' --auto-approve
      # Terraform can say "no changes" while the pool differs.
      - run: npx poolward audit --format github
`;
}

/** Every night: compare the live pools with the specs. Fails on findings (1) and on what could not be read (3). */
export function auditWorkflow(pool: PoolIdentity): string {
  return `name: Poolward audit

on:
  schedule:
    - cron: "17 3 * * *"
  workflow_dispatch:

# One audit at a time, so that there is one issue.
concurrency:
  group: poolward-audit
  cancel-in-progress: false

permissions:
  actions: read
  contents: read
  id-token: write
  issues: write

jobs:
  audit:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
${node('npm ci --ignore-scripts')}${credentials(pool, 'poolward-read')}      - name: Fetch the report of the last night
        # Without it, all that is found is as on the first night.
        continue-on-error: true
        env:
          GH_TOKEN: \${{ github.token }}
          GH_REPO: \${{ github.repository }}
          BRANCH: \${{ github.ref_name }}
        run: |
${indented(FETCH_LAST_REPORT, 10)}      - id: audit
        run: |
          code=0
          npx poolward audit --format github --previous ${LAST_REPORT} --report json=poolward.json --report markdown=poolward.md || code=$?
${indented(KEEP_LAST_REPORT, 10)}          exit "$code"
      - name: Open, update or close the issue
        if: \${{ !cancelled() && steps.audit.outcome != 'skipped' }}
        env:
          GH_TOKEN: \${{ github.token }}
          GH_REPO: \${{ github.repository }}
          OUTCOME: \${{ steps.audit.outcome }}
          RUN_URL: \${{ github.server_url }}/\${{ github.repository }}/actions/runs/\${{ github.run_id }}
        run: |
${indented(GITHUB_ISSUE, 10)}      - uses: actions/upload-artifact@v5
        if: always()
        with:
          name: ${ARTIFACT}
          path: |
            poolward.json
            poolward.md
            ${LAST_REPORT}
`;
}
