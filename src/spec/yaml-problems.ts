import { type Document, isScalar, visit, type YAMLError } from 'yaml';
import type { Stretch } from './place.js';
import type { Problem } from './problem.js';
import { plainText, quote } from './quote.js';

interface Wording {
  readonly rule: string;
  /** Instead of the parser's own sentence. */
  readonly message?: string;
  readonly help: string;
}

const SYNTAX: Wording = { rule: 'yaml/syntax', help: 'Correct the YAML here; often the cause is on the line before.' };
const QUOTES = 'Put the whole value in quotes if the character belongs to it.';

/** What to say for the parser's codes; `SYNTAX` for the others. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  TAB_AS_INDENT: {
    rule: 'yaml/tab-indent',
    message: 'This line is indented with a tab; YAML allows spaces only.',
    help: 'Replace the tab with spaces.',
  },
  BAD_INDENT: {
    rule: 'yaml/indent',
    help: 'Give all keys of one mapping the same number of spaces, and indent the lines of [ ] and { }.',
  },
  BAD_SCALAR_START: { rule: 'yaml/syntax', help: QUOTES },
  BAD_DQ_ESCAPE: {
    rule: 'yaml/escape',
    help: "Write \\\\ for a backslash, or use 'single quotes', where \\ means itself.",
  },
  BLOCK_AS_IMPLICIT_KEY: {
    rule: 'yaml/syntax',
    message: 'A value cannot be a mapping on the same line as its key.',
    help: 'Put a value with ": " in quotes, or start the nested mapping on its own line; check the indentation of the next line.',
  },
  MULTILINE_IMPLICIT_KEY: {
    rule: 'yaml/syntax',
    message: 'A key must fit on one line and be followed by a colon.',
    help: 'Add the missing colon, or indent the line if it continues the value above.',
  },
  BAD_ALIAS: { rule: 'yaml/syntax', help: 'Give the anchor or alias a name, or put the value in quotes.' },
  UNEXPECTED_TOKEN: {
    rule: 'yaml/syntax',
    help: `Check quotes, brackets and indentation before this place. ${QUOTES}`,
  },
};

/** The parser's errors and warnings as problems: one per rule and line, because one mistake often gives several. */
export function yamlProblems(document: Document): Problem<Stretch>[] {
  const version = document.directives?.yaml.version;
  const problems = [...document.errors, ...document.warnings].map((error) => describe(error, document));
  return version === '1.1' ? [...problems, OLD_VERSION] : problems;
}

const OLD_VERSION: Problem<Stretch> = {
  rule: 'yaml/version',
  message: 'The file says %YAML 1.1; specs are YAML 1.2, where yes, no, on and off are text.',
  help: 'Delete the %YAML line and write true or false.',
  at: [0, 0],
};

function describe(error: YAMLError, document: Document): Problem<Stretch> {
  if (error.code === 'TAG_RESOLVE_FAILED') return unknownTag(error);
  if (error.message.startsWith('Missing closing')) return openQuote(error, document);
  const { rule, message, help } = WORDINGS[error.code] ?? SYNTAX;
  return { rule, message: message ?? sentence(error.message), help, at: error.pos };
}

function unknownTag({ message, pos }: YAMLError): Problem<Stretch> {
  const tag = message.replace(/^.*: /s, '').replace('tag:yaml.org,2002:', '!!');
  return {
    rule: 'yaml/tag',
    message: `The tag ${quote(tag)} cannot be used here; specs are plain YAML.`,
    help: 'Write the value itself; put it in quotes if the ! belongs to it.',
    at: pos,
  };
}

/** Points at the opening quote: the parser complains where the text ends, which may be hundreds of lines below. */
function openQuote({ pos }: YAMLError, document: Document): Problem<Stretch> {
  let start = pos[0];
  visit(document, {
    Scalar(_, node) {
      if (isScalar(node) && node.type?.startsWith('QUOTE') && node.range) start = node.range[0];
    },
  });
  return {
    rule: 'yaml/open-quote',
    message: 'The quote that opens here is never closed.',
    help: 'Close it with the same kind of quote.',
    at: [start, start + 1],
  };
}

function sentence(message: string): string {
  const text = plainText(message.split('\n')[0] ?? message).replace('"quote', 'quote');
  return /[.…]$/.test(text) ? text : `${text}.`;
}
