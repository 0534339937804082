/**
 * A command to the runner of GitHub Actions, on one line. It knows these escapes and no others.
 * Source: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function workflowCommand(
  name: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  data: string,
): string {
  const known = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${name}${known.length > 0 ? ` ${known.join(',')}` : ''}::${escapeData(data)}`;
}

/** A line of a log that the runner does not take for a command: it obeys `::` in front, and `##[` anywhere. */
export function logLine(text: string): string {
  return text.replaceAll('##[', '# #[').replace(/^(\s*):(?=:)/, '$1: ');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
