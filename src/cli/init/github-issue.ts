/**
 * The shell step that keeps one issue: opened by the first audit that is not clean, then brought up to date, closed by the
 * first clean one. The label finds it, the marker says that it is ours. Only an audit that looked at everything and found
 * nothing succeeds (exit code 0), so nothing else closes it. Its environment: GH_TOKEN, GH_REPO, OUTCOME, RUN_URL.
 *
 * The issues are listed by REST: `gh issue list --label` asks the search index, which may not know the issue yet.
 * Sources: https://docs.github.com/en/rest/issues/issues, https://cli.github.com/manual/gh_issue_create
 */
export const GITHUB_ISSUE = `set -euo pipefail
issue=$(gh api "repos/$GH_REPO/issues?labels=poolward-audit&state=open&sort=created&direction=asc&per_page=100" |
  node -p 'JSON.parse(fs.readFileSync(0)).find((one) => !one.pull_request && one.body?.includes("<!-- poolward-audit -->"))?.number ?? ""')
if [ "$OUTCOME" = success ]; then
  if [ -n "$issue" ]; then gh issue close "$issue" --comment "Clean again: $RUN_URL"; fi
  exit 0
fi
{
  echo '<!-- poolward-audit -->'
  cat poolward.md || echo 'The audit ended without a report; the log of the run says why.'
  printf '\\nOf the last audit: %s. Closed by the first clean one.\\n' "$RUN_URL"
} > poolward-issue.md
if [ -n "$issue" ]; then
  gh api --method PATCH "repos/$GH_REPO/issues/$issue" --silent --field body=@poolward-issue.md
else
  gh label create poolward-audit --force --color B60205 --description 'What the nightly audit of the user pools found'
  gh issue create --title 'Nightly audit of the user pools' --label poolward-audit --body-file poolward-issue.md
fi
`;
