// What is printed for pasting is read by a real shell as the words that were meant, and by nothing else.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { specName, specWords } from '../../src/model/spec-name.js';
import { shell, shellWord } from '../../src/text/shell.js';
import { FILES } from '../harness/sources.js';

const HOSTILE = [
  '$(touch${IFS}x)',
  '`touch x`',
  "'; touch x; '",
  '"$HOME" \\',
  'a b',
  '',
  '~root',
  '=ls',
  '#no comment',
  '!history',
  '*?[a-z]{1,2}',
  '-rf',
  'A=b',
  '>x <y |z &',
  'a\nb\r\tc',
  '\u001b[2J\u001b]8;;https://example.com\u0007\u0000'.replace('\u0000', ''),
  "it's\u202eevil\u2066\u009b\u{e0001}",
  'Zoë 名前',
];

/** The words that a shell makes of a text, each with what it holds. */
function words(program: string, text: string): string[] {
  const script = `set -- ${text}\nprintf '%s\\0' "$#" "$@"`;
  const [count, ...all] = execFileSync(program, ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
  expect(all).toHaveLength(Number(count));
  return all;
}

describe('a word of a shell', () => {
  it('is the text itself', () => {
    expect(words('bash', HOSTILE.map(shellWord).join(' '))).toEqual(HOSTILE);
  });

  it('is one word, and runs nothing, in a shell that does not know the escapes', () => {
    expect(words('sh', HOSTILE.map(shellWord).join(' '))).toHaveLength(HOSTILE.length);
    const shown = HOSTILE.filter((text) => !/[\p{Cc}\p{Cf}]/u.test(text));
    expect(words('sh', shown.map(shellWord).join(' '))).toEqual(shown);
  });

  it('shows nothing that a terminal would obey or hide', () => {
    expect(HOSTILE.map(shellWord).filter((text) => /[\p{Cc}\p{Cf}]/u.test(text))).toEqual([]);
  });

  it('leaves alone what needs no quotes', () => {
    for (const text of ['configs/a.yaml', 'eu-west-1_AbCdEfGhI', 'ada@example.com', 'groups/admin', '--yes'])
      expect(shellWord(text)).toBe(text);
  });
});

describe('a command', () => {
  it('has its values as words, and lists as several', () => {
    const line = shell`poolward fix ${specWords(specName('my pool.yaml', 'production'))} --delete ${HOSTILE[0] ?? ''} --yes`;
    expect(words('sh', line)).toEqual([
      'poolward',
      'fix',
      'my pool.yaml',
      '--environment',
      'production',
      '--delete',
      HOSTILE[0],
      '--yes',
    ]);
  });

  it('is never put together without quoting: every template that names a program and has a value is a `shell` one', () => {
    const command =
      /(\w*)(?<!\\)`[^`\n]*\b(?:poolward|aws|cdktf|terraform) [a-z][a-z0-9-]*(?: [a-z-]+)*[^`\n.]* ?\$\{[^`\n]*`/g;
    const found = FILES.filter((file) => !/^sandbox\/|generated/.test(file)).flatMap((file) =>
      [...readFileSync(`src/${file}`, 'utf8').matchAll(command)].flatMap(([text, tag]) =>
        tag === 'shell' || /\$\{shell`/.test(text) ? [] : [`${file}: ${text}`],
      ),
    );
    expect(found.filter((one) => !ELSEWHERE.some((known) => one.startsWith(known)))).toEqual([]);
  });
});

/** Where the values are ours, or are quoted one by one. */
const ELSEWHERE = [
  'cli/init/',
  'demo/',
  'cli/engine/demo.ts',
  // Quoted by its caller.
  'users/reset/lost-app.ts: ',
  'audit/unfinished.ts: `npx cdktf synth && ',
  'rules/posture/ses-identity-is-an-address.ts: `Verify the address too (poolward preflight looks)',
];
