/** What a run hands to the next one: the last report of an audit that could look. */
export const LAST_REPORT = 'poolward-last.json';

/** What the runs on GitHub keep. */
export const ARTIFACT = 'poolward-audit';

/** `code` is the exit code of the audit. A report that cannot be read (any more) is not handed on: the next night is a first one. */
export const KEEP_LAST_REPORT = `case $code in
  0 | 1 | 3) cp poolward.json ${LAST_REPORT} ;;
  *) if grep -qs '"not-a-report"' poolward.json; then rm -f ${LAST_REPORT}; fi ;;
esac
`;

/**
 * Fetches the last report from the newest run on this branch that kept one. There is none on the first night, and none that
 * has expired. A fork's runs are in the same list, and may call what they keep as they like.
 * Its environment: GH_TOKEN, GH_REPO, BRANCH.
 * Sources: https://docs.github.com/en/rest/actions/artifacts, https://cli.github.com/manual/gh_run_download
 */
export const FETCH_LAST_REPORT = `set -euo pipefail
run=$(gh api "repos/$GH_REPO/actions/artifacts?name=${ARTIFACT}&per_page=100" |
  node -p 'JSON.parse(fs.readFileSync(0)).artifacts
    .filter(({ expired, workflow_run: run }) => !expired && run?.head_branch === process.env.BRANCH && run.head_repository_id === run.repository_id)
    .sort((a, b) => b.created_at.localeCompare(a.created_at))[0]?.workflow_run.id ?? ""')
if [ -n "$run" ]; then
  gh run download "$run" --name ${ARTIFACT} --dir .poolward-last
  if [ -e .poolward-last/${LAST_REPORT} ]; then mv .poolward-last/${LAST_REPORT} .; fi
  rm -rf .poolward-last
fi
`;
