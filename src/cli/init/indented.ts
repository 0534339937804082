/** A text as the lines of a YAML block: each as far in as said, empty ones empty. */
export function indented(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}
