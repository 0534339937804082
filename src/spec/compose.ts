import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import { limits } from './limits.js';
import type { Stretch } from './place.js';

export interface Exceeded {
  readonly limit: 'depth' | 'tokens';
  readonly offset: number;
}

/** The tree of a file's first YAML document, and what ended the reading early. */
export interface Composed {
  readonly document: Document<ParsedNode> | undefined;
  /** Where a second document begins. */
  readonly second?: Stretch;
  /** The limit that the text goes over, and where; there is no tree then. */
  readonly exceeded?: Exceeded;
}

/**
 * What `parseDocument` does, with the nesting watched while tokens come in: composing recurses, and some tens of
 * thousands of levels end the Node process (not an exception) in yaml 2.9.
 */
export function compose(text: string): Composed {
  const watch: { exceeded?: Exceeded } = {};
  const composer = new Composer({
    // 1.2 only: `yes` is a string whatever a %YAML directive says.
    schema: 'core',
    resolveKnownTags: false,
    // Quadratic in the number of keys; `readTree` does it with a set.
    uniqueKeys: false,
    prettyErrors: false,
  });
  let document: Document<ParsedNode> | undefined;
  for (const next of composer.compose(tokens(text, watch), true, text.length)) {
    if (document !== undefined) return { document, second: [next.range[0], next.range[1]] };
    document = next as Document<ParsedNode>;
  }
  return watch.exceeded ? { document: undefined, exceeded: watch.exceeded } : { document };
}

function* tokens(text: string, watch: { exceeded?: Exceeded }): Generator<CST.Token> {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset;
    yield* parser.next(lexeme);
    const limit = ++count > limits.tokens ? 'tokens' : depth(parser.stack) > limits.depth ? 'depth' : undefined;
    if (limit) {
      watch.exceeded = { limit, offset };
      return;
    }
  }
  yield* parser.end();
}

function depth(stack: readonly CST.Token[]): number {
  if (stack.length <= limits.depth) return 0;
  return stack.filter(({ type }) => type === 'block-map' || type === 'block-seq' || type === 'flow-collection').length;
}
