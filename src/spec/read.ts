import type { Finding } from '../model/finding.js';
import { tooLarge } from './decode.js';
import { fileProblem, helpFor } from './file-problem.js';
import type { Files, Reach, Refusal } from './files.js';
import { fileFinding } from './find.js';
import { isSpec } from './is-spec.js';
import { limits } from './limits.js';
import { type Parsed, parseSpec } from './parse.js';

/** What came of a file, and why it was not read if it was not. */
export interface ReadFile extends Parsed {
  readonly refused?: Refusal;
}

/** Reads and parses a spec file. Of one that is none by its look, nothing is quoted. */
export function readSpec(file: string, files: Files, reach: Reach): ReadFile {
  const { bytes, refused } = files.read(file, reach, limits.fileBytes);
  if (refused) return { refused, findings: fileFinding(file, (path) => refusalWords(path, refused, files)) };
  const parsed = parseSpec(file, bytes);
  const quotes = parsed.document === undefined || parsed.document.value !== undefined || isSpec(parsed.document);
  return quotes ? parsed : { ...parsed, findings: parsed.findings.map(unquoted) };
}

/** The parser's words may repeat the text. */
function unquoted(finding: Finding): Finding {
  return { ...finding, message: 'The YAML is not valid here.', help: NOT_SHOWN };
}

const NOT_SHOWN =
  'Check that this is a spec: no line begins with pool: or another key of one, so nothing of it is shown.';

function refusalWords(path: string, refused: Refusal, { root }: Files) {
  if (refused.kind !== 'too-large') return { ...fileProblem(path, refused, root), help: helpFor(refused, root) };
  const [message, help] = tooLarge(refused.size);
  return { rule: 'yaml/too-large', message, help };
}
