/** The spec with SMS MFA on, made from the one that has it off: one word changed, and a sender added. */
export function withSms(text: string): string {
  const on = text.replace(/^( +)sms: false$/m, '$1sms: true');
  if (on === text) throw new Error('the spec has no line `sms: false` to turn on');
  return `${on.trimEnd()}\n\nsmsSender:\n  role: create\n`;
}

/** The lines of a unified diff, without context: what a pull request would show. */
export function changedLines(before: string, after: string): string {
  const [left, right] = [before.split('\n'), after.split('\n')];
  const gone = left.filter((line) => line.trim() !== '' && !right.includes(line)).map((line) => `- ${line}`);
  const come = right.filter((line) => line.trim() !== '' && !left.includes(line)).map((line) => `+ ${line}`);
  return [...gone, ...come].join('\n');
}
