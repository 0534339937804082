import { tooLarge } from './decode.js';
import type { Files } from './files.js';
import { fileFinding, unreadable } from './find.js';
import { limits } from './limits.js';
import { type Parsed, parseSpec } from './parse.js';

/** Reads and parses a spec file; one over the size limit is refused before it is read. */
export function readSpec(file: string, files: Files): Parsed {
  try {
    const size = files.stat(file)?.size ?? 0;
    return size > limits.fileBytes ? refusal(file, size) : parseSpec(file, files.readBytes(file));
  } catch (error) {
    return { findings: fileFinding(file, unreadable(error)) };
  }
}

function refusal(file: string, size: number): Parsed {
  const [message, help] = tooLarge(size);
  return { findings: fileFinding(file, () => ({ rule: 'yaml/too-large', message, help })) };
}
