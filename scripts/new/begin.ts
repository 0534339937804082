import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { insertEntry, isRuleId, KINDS, type Kind, ruleSource } from './scaffold.js';

const USAGE = 'Usage: npm run new rule <id> [-- --kind posture|refusal]';

/** Begins what the arguments name in the repository at `root`, and says what to do next. Throws before it writes anything. */
export function begin(args: readonly string[], root: string): string {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { kind: { type: 'string', default: 'posture' } },
  });
  const [what, id = '', ...rest] = positionals;
  const { kind } = values;
  if (what !== 'rule' || rest.length > 0 || !isKind(kind)) throw new Error(USAGE);
  if (!isRuleId(id))
    throw new Error(`"${id}" is no id of a rule: write it in kebab-case, as in mfa-not-required.\n${USAGE}`);
  return beginRule(id, kind, root);
}

const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text);

function beginRule(id: string, kind: Kind, root: string): string {
  const taken = Object.values(KINDS).map(({ folder }) => `${folder}/${id}.ts`);
  const other = taken.find((file) => existsSync(join(root, file)));
  if (other !== undefined) throw new Error(`There is a rule ${id} already: ${other}.`);
  const { folder } = KINDS[kind];
  const [file, index] = [`${folder}/${id}.ts`, `${folder}/index.ts`];
  const registered = insertEntry(readFileSync(join(root, index), 'utf8'), id);
  writeFileSync(join(root, file), ruleSource(id, kind));
  writeFileSync(join(root, index), registered);
  return next(file, index);
}

const next = (file: string, index: string): string => `${file} is written, and registered in ${index}.

Next:
  1. Say in ${file} what is wrong, why, and where that is written: pages of AWS.
  2. Write examples: valid ones that pass all rules, invalid ones that only this rule finds. Then write check().
  3. npx vitest run test/rules
  4. npm run format, and npm run generate, which writes its page.
`;
