/** What must not be committed: output, state, which holds client secrets in plain text, and journals, which name users. */
const IGNORED = ['cdktf.out/', '*.tfstate*', '.poolward/'];

/** The file with what it lacks, in its own line endings; the same text when it lacks nothing. */
export function gitignore(existing: string): string {
  const lines = existing.split(/\r?\n/).map((line) => line.trim());
  const missing = IGNORED.filter((line) => !lines.includes(line));
  if (missing.length === 0) return existing;
  const eol = existing.includes('\r\n') ? '\r\n' : '\n';
  const gap = existing === '' || existing.endsWith('\n') ? '' : eol;
  return `${existing}${gap}${missing.join(eol)}${eol}`;
}
