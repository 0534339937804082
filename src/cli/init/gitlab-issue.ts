/**
 * What `github-issue.ts` is on GitHub, by GitLab's API. CI_JOB_TOKEN may not write issues, so POOLWARD_TOKEN is a project
 * access token. Confidential, because the report shows how people sign in. GitLab creates the label with the issue.
 * `code` is the exit code of the audit.
 * Sources: https://docs.gitlab.com/api/issues/, https://docs.gitlab.com/ci/jobs/ci_job_token/
 */
export const GITLAB_ISSUE = `: "\${POOLWARD_TOKEN:?Set it to a project access token with the scope api, as a masked and protected variable}"
issues="$CI_API_V4_URL/projects/$CI_PROJECT_ID/issues"
api() { curl --fail-with-body --silent --show-error --header "PRIVATE-TOKEN: $POOLWARD_TOKEN" "$@"; }
issue=$(api "$issues?labels=poolward-audit&state=opened&order_by=created_at&sort=asc&per_page=100" |
  node -p 'JSON.parse(fs.readFileSync(0)).find((one) => one.description?.includes("<!-- poolward-audit -->"))?.iid ?? ""')
if [ "$code" != 0 ]; then
  {
    echo '<!-- poolward-audit -->'
    cat poolward.md || echo 'The audit ended without a report; the log of the job says why.'
    printf '\\nOf the last audit: %s. Closed by the first clean one.\\n' "$CI_JOB_URL"
  } > poolward-issue.md
fi
if [ "$code" = 0 ] && [ -n "$issue" ]; then
  api --output /dev/null --request POST "$issues/$issue/notes" --data-urlencode "body=Clean again: $CI_JOB_URL"
  api --output /dev/null --request PUT "$issues/$issue" --data state_event=close
elif [ "$code" != 0 ] && [ -n "$issue" ]; then
  api --output /dev/null --request PUT "$issues/$issue" --data-urlencode description@poolward-issue.md
elif [ "$code" != 0 ]; then
  api --output /dev/null --request POST "$issues" --data-urlencode 'title=Nightly audit of the user pools' --data labels=poolward-audit --data confidential=true --data-urlencode description@poolward-issue.md
fi
`;
