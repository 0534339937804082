import type { PoolIdentity } from './example-spec.js';

type Role = 'poolward-read' | 'poolward-deploy';

const NODE = `      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: actions/setup-node@v5
        with:
          node-version: 22
          cache: npm
      - run: npm ci
`;

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

/** On pull requests: are the specs right, and what would a deploy do. */
export function checkWorkflow(pool: PoolIdentity): string {
  return `name: Poolward check

on:
  pull_request:

permissions:
  contents: read

jobs:
  validate:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
${NODE}      - run: npx poolward validate

  diff:
    needs: validate
    # A pull request from a fork gets no token, so it cannot assume the role.
    if: github.event.pull_request.head.repo.full_name == github.repository
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
      id-token: write
    steps:
${NODE}${TERRAFORM}${credentials(pool, 'poolward-read')}      - run: npx cdktf synth
      # cdktf diff takes one stack at a time.
      - run: |
          set -euo pipefail
          for stack in $(jq -r '.stacks | keys[]' cdktf.out/manifest.json); do
            npx cdktf diff "$stack" --skip-synth
          done
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
${NODE}${TERRAFORM}      - run: npx poolward validate
${credentials(pool, 'poolward-deploy')}      # Terraform's state has to outlive this job: keep it in a remote backend, not in the checkout.
      - run: npx cdktf deploy '*' --auto-approve
      # Terraform can say "no changes" while the pool differs.
      - run: npx poolward audit
`;
}

/** Every night: compare the live pools with the specs. Fails on findings (1) and on what could not be read (3). */
export function auditWorkflow(pool: PoolIdentity): string {
  return `name: Poolward audit

on:
  schedule:
    - cron: "17 3 * * *"
  workflow_dispatch:

permissions:
  contents: read
  id-token: write

jobs:
  audit:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
${NODE}${credentials(pool, 'poolward-read')}      - run: npx poolward audit --report json=audit.json
      - uses: actions/upload-artifact@v5
        if: always()
        with:
          name: audit
          path: audit.json
`;
}
