import { posix } from 'node:path';
import { tooLarge } from './decode.js';
import type { Refusal } from './files.js';
import type { Problem } from './problem.js';
import { plainText } from './quote.js';

type Wording = Pick<Problem, 'rule' | 'message' | 'help'>;

/** The path of a file that another one names, from the folder that the command runs in. */
export function pathFrom(file: string, name: string): string {
  return posix.isAbsolute(name) ? posix.normalize(name) : posix.join(posix.dirname(file), name);
}

/** What is wrong with a file that was not read; `subject` begins the sentence. */
export function fileProblem(subject: string, refusal: Refusal, root: string): Wording {
  return { rule: RULES[refusal.kind], message: `${subject} ${predicate(refusal)}.`, help: helpFor(refusal, root) };
}

const RULES: Readonly<Record<Refusal['kind'], string>> = {
  missing: 'file/missing',
  folder: 'file/not-regular',
  'not-regular': 'file/not-regular',
  outside: 'file/outside-root',
  'in-git': 'file/outside-root',
  'too-large': 'yaml/too-large',
  unreadable: 'file/unreadable',
};

/** What follows the name of a file that was not read. */
export function predicate(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'missing':
      return 'does not exist';
    case 'folder':
      return 'is a folder';
    case 'not-regular':
      return 'is not a regular file';
    case 'outside':
      return 'lies outside the root folder, and was not read';
    case 'in-git':
      return 'lies in .git, and was not read';
    case 'too-large':
      return `has ${refusal.size} bytes; at most ${refusal.most} are read`;
    case 'unreadable':
      return `cannot be read: ${plainText(refusal.reason)}`;
  }
}

/** What to do about it. */
export function helpFor({ kind, ...rest }: Refusal, root: string): string {
  switch (kind) {
    case 'missing':
      return 'Check the spelling.';
    case 'folder':
    case 'not-regular':
      return 'Name a file; write piped text to a file first.';
    case 'outside':
      return `Files may name what lies beneath ${root}, links resolved. Move it there, or name a wider folder with --root.`;
    case 'in-git':
      return 'Name a file of the repository.';
    case 'too-large':
      return tooLarge('size' in rest ? rest.size : 0)[1];
    case 'unreadable':
      return 'Check its permissions.';
  }
}
