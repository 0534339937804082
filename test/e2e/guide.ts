// A guide page: text, files, commands with what they print, and, in comments that nobody sees, what the sandbox does meanwhile.

/** A command of a page, and what the page says that it prints. */
export interface Command {
  readonly line: string;
  readonly prints: string;
}

/** What a page has done, in its order. `block` is the text that it takes in the page. */
export type Step =
  | { readonly kind: 'file'; readonly block: string; readonly name: string; readonly text: string }
  | { readonly kind: 'commands'; readonly block: string; readonly commands: readonly Command[] }
  | { readonly kind: 'sandbox'; readonly block: string; readonly yaml: string };

const STEP = /^<!-- sandbox\n([\s\S]*?)\n-->$|^```console\n([\s\S]*?)\n```$|^```\w+ (\S+)\n([\s\S]*?\n)```$/gm;

export function stepsOf(page: string): Step[] {
  return [...page.matchAll(STEP)].map(([block, yaml, session, name = '', text = '']): Step => {
    if (yaml !== undefined) return { kind: 'sandbox', block, yaml };
    if (session !== undefined) return { kind: 'commands', block, commands: commandsOf(session) };
    return { kind: 'file', block, name, text };
  });
}

function commandsOf(session: string): Command[] {
  return session
    .split(/^(?=\$ )/m)
    .filter((one) => one.startsWith('$ '))
    .map((one) => {
      const [line = '', prints = ''] = /^\$ ((?:.*\\\n)*.*)\n?([\s\S]*)$/.exec(one)?.slice(1) ?? [];
      return { line, prints: prints.trimEnd() };
    });
}

/** The block that shows these commands. */
export function blockOf(commands: readonly Command[]): string {
  const shown = commands.map(({ line, prints }) => `$ ${line}\n${prints}${prints && '\n'}`);
  return `\`\`\`console\n${shown.join('')}\`\`\``;
}

/** What differs from run to run, as a page has it. */
export function steady(printed: string): string {
  const names = new Map<string, string>();
  const name = (own: string) => {
    const known = names.get(own) ?? `user-${String(names.size + 1).padStart(12, '0')}`;
    names.set(own, known);
    return known;
  };
  return printed
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '2027-01-02T03:04:05Z')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?/g, '2027-01-02 03:04')
    .replace(/\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/g, '11111111-2222-4333-8444-555555555555')
    .replace(/\buser-[\da-f]{12}\b/g, name)
    .replace(/[ \t]+$/gm, '')
    .trimEnd();
}

/** Whether a page tells what was printed; a line `…` stands for any lines. */
export function tells(page: string, printed: string): boolean {
  const pattern = page
    .split('\n')
    .map((line) => (line.trim() === '…' ? '(?:.*\\n)*?.*' : line.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')))
    .join('\n');
  return new RegExp(`^${pattern}$`).test(printed);
}
