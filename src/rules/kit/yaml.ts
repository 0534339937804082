/** An example, indented like the code around it. */
export function yaml({ raw }: TemplateStringsArray): string {
  const lines = raw.join('').replace(/^\n/, '').trimEnd().split('\n');
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  return `${lines.map((line) => line.slice(indent)).join('\n')}\n`;
}
