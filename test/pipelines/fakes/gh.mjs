// As much of `gh` as the pipelines use, with a repository of issues behind it.
import { readFileSync } from 'node:fs';
import { issues, keep, record, unknown } from './record.mjs';

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

if (args[0] === 'api' && args.length === 2 && args[1].startsWith(`${repo}?`)) {
  const query = new URLSearchParams(args[1].slice(repo.length));
  const shown = list.filter(
    ({ state, labels }) => state === query.get('state') && labels.some(({ name }) => name === query.get('labels')),
  );
  process.stdout.write(JSON.stringify(shown));
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
