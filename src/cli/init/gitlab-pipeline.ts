import type { PoolIdentity } from './example-spec.js';
import { GITLAB_ISSUE } from './gitlab-issue.js';
import { indented } from './indented.js';
import { KEEP_LAST_REPORT, LAST_REPORT } from './last-report.js';

/** Where the jobs lie; `.gitlab-ci.yml` includes them. */
export const GITLAB_FILE = '.gitlab/poolward.yml';

/** The `.gitlab-ci.yml` of a repository that has none. */
export const GITLAB_ENTRY = `include:
  - local: ${GITLAB_FILE}
`;

/** What the owner of another .gitlab-ci.yml has to add, if anything. */
export function gitlabEntryAdvice(existing: string): string | undefined {
  if (existing.includes(GITLAB_FILE)) return undefined;
  return `.gitlab-ci.yml is yours: add \`- local: ${GITLAB_FILE}\` to its \`include\`, and see that it has the stages test and deploy.`;
}

const TERRAFORM = '1.9.8';

/** The SDK and Terraform read the token's file and the role from the environment: no key is stored anywhere. */
const TOKEN = `printf '%s' "$POOLWARD_ID_TOKEN" > "$AWS_WEB_IDENTITY_TOKEN_FILE"`;

/**
 * The jobs for merge requests, the default branch and the nightly schedule.
 * Sources: https://docs.gitlab.com/ci/cloud_services/aws/, https://docs.gitlab.com/ci/yaml/
 */
export function gitlabPipeline(pool: PoolIdentity): string {
  return `# The jobs are in the stages test and deploy. For the audit, make a pipeline schedule for the night, and a variable
# POOLWARD_TOKEN: a project access token with the role Reporter and the scope api, masked and protected.

${shared(pool)}
${onMergeRequests()}
${onMain(pool)}
${nightly()}`;
}

function shared({ account, region }: PoolIdentity): string {
  return `.poolward:
  image: node:22
  timeout: 20 minutes
  before_script:
    # Poolward needs no install scripts, and runs no foreign ones where it has a token.
    - npm ci --ignore-scripts

.poolward-aws:
  extends: .poolward
  id_tokens:
    POOLWARD_ID_TOKEN:
      # The audience that the role trusts; the address of your GitLab, where it is another.
      aud: https://gitlab.com
  variables:
    # Put in your own role; it has to trust this project by OpenID Connect.
    AWS_ROLE_ARN: arn:aws:iam::${account}:role/poolward-read
    AWS_ROLE_SESSION_NAME: poolward-$CI_JOB_ID
    AWS_WEB_IDENTITY_TOKEN_FILE: $CI_PROJECT_DIR/.aws-id-token
    AWS_REGION: ${region}
  before_script:
    - ${TOKEN}
    - npm ci --ignore-scripts
`;
}

function onMergeRequests(): string {
  return `poolward-validate:
  extends: .poolward
  stage: test
  interruptible: true
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  script:
    - npx poolward validate --report gitlab=poolward-validate.json
  artifacts:
    when: always
    reports:
      codequality: poolward-validate.json

poolward-plan:
  extends: .poolward-aws
  stage: test
  interruptible: true
  needs: [poolward-validate]
  rules:
    # Not for forks: whoever can change the specs of a fork must not use the role.
    - if: $CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID
  script:
    - npx poolward plan --report gitlab=poolward-plan.json
  artifacts:
    when: always
    reports:
      codequality: poolward-plan.json
`;
}

function onMain({ account }: PoolIdentity): string {
  return `poolward-deploy:
  extends: .poolward-aws
  stage: deploy
  # One deploy at a time.
  resource_group: poolward-deploy
  timeout: 30 minutes
  rules:
    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    AWS_ROLE_ARN: arn:aws:iam::${account}:role/poolward-deploy
  before_script:
    - ${TOKEN}
    # The cdktf CLI needs its install scripts.
    - npm ci
    - |
${indented(terraform(), 6)}  script:
    - npx poolward validate
    # Terraform's state has to outlive this job: keep it in a remote backend, not in the checkout.
    - npx cdktf deploy '*' --auto-approve
    # Terraform can say "no changes" while the pool differs.
    - npx poolward audit
`;
}

function terraform(): string {
  const [zip, sums] = [`terraform_${TERRAFORM}_linux_amd64.zip`, `terraform_${TERRAFORM}_SHA256SUMS`];
  return `cd "$(mktemp -d)"
for file in ${zip} ${sums}; do
  curl --fail --silent --show-error --location --remote-name "https://releases.hashicorp.com/terraform/${TERRAFORM}/$file"
done
sha256sum --check --ignore-missing ${sums}
unzip -q ${zip} terraform -d /usr/local/bin
cd "$CI_PROJECT_DIR"
`;
}

function nightly(): string {
  return `poolward-audit:
  extends: .poolward-aws
  stage: test
  # One audit at a time, so that there is one issue.
  resource_group: poolward-audit
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    - code=0; npx poolward audit --previous ${LAST_REPORT} --report json=poolward.json --report markdown=poolward.md || code=$?
    - |
${indented(KEEP_LAST_REPORT, 6)}    - |
${indented(GITLAB_ISSUE, 6)}    - exit "$code"
  # The report of the last night. Without it, all that is found is as on the first night.
  cache:
    key: poolward-audit-$CI_COMMIT_REF_SLUG
    paths: [${LAST_REPORT}]
    when: always
  artifacts:
    when: always
    access: developer
    expire_in: 90 days
    paths: [poolward.json, poolward.md]
`;
}
