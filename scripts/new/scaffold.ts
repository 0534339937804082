// What `npm run new` writes, as functions of texts.

/** The kinds of rule, each with its folder and the type of its rules. */
export const KINDS = {
  posture: { folder: 'src/rules/posture', type: 'PostureRule' },
  refusal: { folder: 'src/rules/refusals', type: 'RefusalRule' },
} as const;
export type Kind = keyof typeof KINDS;

/** Kebab-case, as the ids of rules are. */
export function isRuleId(text: string): boolean {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
}

/** `mfa-off` → `mfaOff`: the name of a rule's export. */
export function exportName(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * A rule that says nothing yet. It has the right types, and fails its tests until it is filled in: it has no texts and no
 * references, and finds nothing in its bad example.
 */
export function ruleSource(id: string, kind: Kind): string {
  const { type } = KINDS[kind];
  return `import type { ${type} } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const ${exportName(id)}: ${type} = {
  id: '${id}',
  kind: '${kind}',
  severity: '${kind === 'refusal' ? 'error' : 'warning'}',
  confidence: 'documented',
  summary: '',
  why: '',
  references: [],
  sets: ['recommended'],
${kind === 'posture' ? '  controls: {},\n' : ''}  examples: {
    valid: [
      yaml\`
        mfa:
          mode: required
          totp: true
      \`,
    ],
    invalid: [
      yaml\`
        mfa:
          mode: optional
          totp: true
      \`,
    ],
  },
  *check(input) {
    const { mode } = section(input, 'mfa');
    if (mode === undefined) {
      yield { path: ['mfa', 'mode'], message: '', help: '' };
    }
  },
};
`;
}

/** The index of a folder of rules with one more: its import and its entry, each in its place. */
export function insertEntry(index: string, id: string): string {
  const name = exportName(id);
  const imported = insertLine(index.split('\n'), `import { ${name} } from './${id}.js';`, IMPORT);
  return insertLine(opened(imported), `  ${name},`, ENTRY).join('\n');
}

/** The id that a line stands for; undefined for any other line. */
type IdOf = (line: string, lines: readonly string[]) => string | undefined;

const IMPORT: IdOf = (line) => /^import \{ \w+ \} from '\.\/([a-z0-9-]+)\.js';$/.exec(line)?.[1];

const ENTRY: IdOf = (line, lines) => {
  const name = /^ {2}(\w+),$/.exec(line)?.[1];
  return name && lines.map((one) => IMPORT(one, lines)).find((id) => id !== undefined && exportName(id) === name);
};

/** A short list stands on one line: each entry gets its own. */
function opened(lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const [, before, inside = ''] = /^(export const .* = )\[(.*)\];$/.exec(line) ?? [];
    const names = inside.split(', ').filter((name) => name !== '');
    return before === undefined ? [line] : [`${before}[`, ...names.map((name) => `  ${name},`), '];'];
  });
}

/** Before the first line of a greater id, else behind the last one, else where such lines begin. */
function insertLine(lines: readonly string[], added: string, idOf: IdOf): string[] {
  const own = idOf(added, [...lines, added]) ?? '';
  const ids = lines.map((line) => idOf(line, lines));
  const greater = ids.findIndex((id) => id !== undefined && id > own);
  const last = ids.findLastIndex((id) => id !== undefined);
  const first =
    idOf === IMPORT
      ? lines.findLastIndex((line) => line.startsWith('import '))
      : lines.findIndex((line) => line.endsWith(' = ['));
  const at = greater >= 0 ? greater : (last >= 0 ? last : first) + 1;
  return [...lines.slice(0, at), added, ...lines.slice(at)];
}
