import { createHash } from 'node:crypto';
import { type Markup, markup, verbatim } from './markup.js';
import { SCRIPT } from './script.js';
import { STYLES } from './styles.js';

/** The whole document around its body. The browser runs our style sheet and our script, and loads nothing. */
export function page(title: string, body: Markup): string {
  const policy = `default-src 'none'; style-src ${hash(STYLES)}; script-src ${hash(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const { source } = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${verbatim(STYLES)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${body}<script>${verbatim(SCRIPT)}</script>
</body>
</html>
`;
  return source;
}

/** As a policy names an inline text that may run. */
function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
