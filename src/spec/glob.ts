/** Whether an argument is a pattern rather than a name. */
export function isGlob(path: string): boolean {
  return /[*?]|\{[^{}]*,[^{}]*\}/.test(path);
}

/** The folder that all matches of a pattern are in: its segments before the first wildcard. */
export function globBase(pattern: string): string {
  const segments = pattern.split('/');
  const first = segments.findIndex(isGlob);
  const base = segments.slice(0, first).join('/');
  return base === '' ? (pattern.startsWith('/') ? '/' : '.') : base;
}

/** A pattern as a test of whole paths: `*` and `?` stay in a segment, `**` crosses them, `{a,b}` is a choice. */
export function globMatcher(pattern: string): (path: string) => boolean {
  const parts = pattern.match(/\*\*\/|\*+|\?|\{[^{}]*,[^{}]*\}|[^*?{]+|\{/g) ?? [];
  const expression = new RegExp(`^${parts.map(translate).join('')}$`);
  return (path) => expression.test(path);
}

/** Whether a path may match a pattern or hold matches; it spares the search folders that a pattern cannot mean. */
export function globGuide(pattern: string): (path: string) => boolean {
  const [before = ''] = pattern.split('**');
  const segments = before === pattern ? before.split('/') : before.split('/').slice(0, -1);
  const matchers = segments.map(globMatcher);
  return (path) => path.split('/').every((segment, index) => matchers[index]?.(segment) ?? true);
}

function translate(part: string): string {
  if (part === '**/') return '(?:[^/]+/)*';
  if (part === '**') return '.*';
  if (part.startsWith('*')) return '[^/]*';
  if (part === '?') return '[^/]';
  if (part.startsWith('{') && part.endsWith('}')) return `(?:${part.slice(1, -1).split(',').map(choice).join('|')})`;
  return literal(part);
}

/** A choice may hold wildcards but no further choices. */
function choice(text: string): string {
  return (text.match(/\*+|\?|[^*?]+/g) ?? []).map(translate).join('');
}

const literal = (text: string) => text.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
