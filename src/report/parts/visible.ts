/** Control, format and bidirectional characters, line separators, lone surrogates: what can forge or hide text. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Makes one printable line of any text: what a terminal would obey or hide is written as an escape. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, escaped);
}

/** As `visible`, with everything beyond ASCII escaped too: for texts that only look alike. */
export function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, escaped);
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  // As YAML spells them: `\U` and eight digits beyond the first plane.
  return SHORT[character] ?? (code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`);
}
