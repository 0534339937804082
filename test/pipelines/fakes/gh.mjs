// As much of `gh` as the pipelines use, with a repository of issues behind it.
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { inFakes, issues, keep, record, unknown } from './record.mjs';

const args = process.argv.slice(2);
record('gh', args);
if (process.env.GH_TOKEN === undefined || process.env.GH_REPO === undefined) unknown('gh', ['no token or repository']);

/** Value of an option; the words before the first option are the command. */
const option = (name) => {
  const at = args.indexOf(name);
  return at === -1 ? undefined : args[at + 1];
};
const list = issues();
const find = (number) => list.find((issue) => issue.number === Number(number)) ?? unknown('gh', args);
const repo = `repos/${process.env.GH_REPO}/issues`;
const artifacts = `repos/${process.env.GH_REPO}/actions/artifacts?`;

if (args[0] === 'api' && args.length === 2 && args[1].startsWith(`${repo}?`)) {
  const query = new URLSearchParams(args[1].slice(repo.length));
  const shown = list.filter(
    ({ state, labels }) => state === query.get('state') && labels.some(({ name }) => name === query.get('labels')),
  );
  process.stdout.write(JSON.stringify(shown));
} else if (args[0] === 'api' && args.length === 2 && args[1].startsWith(artifacts)) {
  if (process.env.FAKE_NO_ARTIFACTS) process.exit(1);
  const query = new URLSearchParams(args[1].slice(artifacts.length));
  const all = inFakes('artifacts.json');
  const shown = (existsSync(all) ? JSON.parse(readFileSync(all, 'utf8')) : []).filter(
    ({ name }) => name === query.get('name'),
  );
  process.stdout.write(JSON.stringify({ total_count: shown.length, artifacts: shown }));
} else if (args[0] === 'run' && args[1] === 'download' && option('--name') === 'poolward-audit') {
  cpSync(inFakes(`artifact-${args[2]}`), option('--dir'), { recursive: true });
} else if (args[0] === 'api' && option('--method') === 'PATCH') {
  const path = args.find((word) => word.startsWith(`${repo}/`)) ?? unknown('gh', args);
  const [, file] = /^body=@(.+)$/.exec(option('--field')) ?? unknown('gh', args);
  find(path.slice(repo.length + 1)).body = readFileSync(file, 'utf8');
  keep(list);
} else if (args[0] === 'issue' && args[1] === 'create') {
  const [title, label, file] = ['--title', '--label', '--body-file'].map(option);
  const number = list.length + 1;
  keep([...list, { number, title, state: 'open', labels: [{ name: label }], body: readFileSync(file, 'utf8') }]);
} else if (args[0] === 'issue' && args[1] === 'close') {
  const issue = find(args[2]);
  issue.state = 'closed';
  issue.comments = [...(issue.comments ?? []), option('--comment')];
  keep(list);
} else if (!(args[0] === 'label' && args[1] === 'create' && args.includes('--force'))) {
  unknown('gh', args);
}
