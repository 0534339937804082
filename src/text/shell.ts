/** What a POSIX shell reads as itself wherever it stands in a word; `-` and `=` at the beginning do other things. */
const PLAIN = /^[\w@%+:,./-][\w@%+=:,./-]*$/;

/** What would act on a terminal, or would look like something else, when a command is shown or pasted. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', "'": '\\047', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text as one word of a command that is printed for pasting. Whatever a shell would act on is quoted; what no terminal
 * shows is written as an escape in `$'…'` (bash, zsh, ksh and POSIX.1-2024), byte by byte, so that nothing depends on
 * the locale. The quote is `\047` there: a shell that does not know `$'…'` still reads one word, and runs nothing.
 */
export function shellWord(text: string): string {
  if (PLAIN.test(text)) return text;
  if (INVISIBLE.test(text)) return `$'${Array.from(text, escaped).join('')}'`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function escaped(character: string): string {
  if (SHORT[character] !== undefined) return SHORT[character];
  if (!INVISIBLE.test(character)) return character;
  return Array.from(new TextEncoder().encode(character), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/** A command of which each part is one word. */
export function shellCommand(...words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}

/**
 * A command for pasting, of which the literal parts are ours and every value becomes one word: `` shell`poolward fix
 * ${file} --yes` ``. A list becomes as many words as it has members.
 */
export function shell(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | readonly string[])[]
): string {
  return parts.reduce((text, part, index) => {
    const value = values[index - 1];
    return text + (Array.isArray(value) ? shellCommand(...value) : shellWord(String(value))) + part;
  });
}
