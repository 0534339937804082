import { errors, type FindingKind } from './kind.js';

const UNREAD = 'A spec that was not read was not judged, and must not pass for one that is clean.';
const PLAIN = 'Specs are plain YAML 1.2, so that everybody, and every tool, reads the same.';

/** About finding, reading and parsing files. */
export const FILES: readonly FindingKind[] = [
  ...errors('file', [
    [
      'linked-folder',
      'A link to a folder was not searched.',
      'Linked folders may lead in a circle.',
      'Name the folder as an argument of its own, or replace the link.',
    ],
    [
      'missing',
      'An argument names a file or folder that is not there.',
      UNREAD,
      'Check the spelling, and the folder the command runs in.',
    ],
    [
      'no-match',
      'No *.yaml or *.yml file matches a pattern.',
      UNREAD,
      'Use ** for folders of any depth, and put the pattern in quotes.',
    ],
    [
      'no-specs',
      'A folder holds no *.yaml or *.yml file.',
      UNREAD,
      'Put a spec there, or name the folder that has them.',
    ],
    [
      'not-regular',
      'A file that is to be read is no regular file.',
      'A pipe or a device may keep a run waiting for ever, and has no place to point at.',
      'Write piped text to a file first.',
    ],
    [
      'outside-root',
      'A file names another one that lies outside the root folder or in .git, or a link leads there.',
      'Whoever writes a spec must not have other files of the machine read, shown or overwritten. The root is the folder of --root, else the nearest one with .git, else the working folder.',
      'Move the file beneath the root, or name a wider folder with --root.',
    ],
    [
      'too-many',
      'There are more specs, or more files to look through, than one run takes.',
      UNREAD,
      'Name the folders of the specs, or fewer of them at a time.',
    ],
    ['unreadable', 'A file or folder cannot be read.', UNREAD, 'Check its permissions.'],
  ]),
  ...errors('include', [
    [
      'declared-twice',
      'An object is declared in two files of one spec.',
      'Which of the two counts would be chance.',
      'Declare it in one of the two files.',
    ],
    [
      'missing',
      'An included file does not exist.',
      UNREAD,
      'Write its path from the folder of the file that includes it.',
    ],
    [
      'not-shared',
      'An included file sets something of the pool itself.',
      'Teams own objects with keys, such as clients and groups; the pool has one owner.',
      'Move the section to the spec that includes the file.',
    ],
  ]),
  ...errors('yaml', [
    [
      'alias-bomb',
      'The aliases of a file stand for too many values.',
      'A few lines of aliases can stand for more values than a machine can hold.',
      'Write the values out, or use fewer aliases of aliases.',
    ],
    ['alias-loop', 'An alias stands inside its own anchor.', 'Such a value would never end.', 'Write the value out.'],
    [
      'control-character',
      'A control character, or a carriage return without a line feed, stands in the file.',
      'It can hide text from a reader, or forge it.',
      'Delete it, or write it as an escape in double quotes.',
    ],
    [
      'duplicate-key',
      'A key is there twice.',
      'Most parsers take the last one in silence.',
      'Keep one of them and delete the other.',
    ],
    [
      'empty',
      'The file is empty, or has comments only.',
      UNREAD,
      'Begin with pool: and its id, name, region and account; `poolward init` writes an example.',
    ],
    [
      'escape',
      'A double-quoted text has an escape that YAML does not know.',
      PLAIN,
      'Write \\\\ for a backslash, or use single quotes.',
    ],
    [
      'indent',
      'Lines of one mapping are indented differently.',
      PLAIN,
      'Give all keys of one mapping the same number of spaces.',
    ],
    [
      'key-not-text',
      'A key is a number, a boolean, a list, or empty.',
      'Keys name settings and objects; YAML would turn 010 into 8 or 10.',
      'Put it in quotes.',
    ],
    [
      'merge',
      'A merge key (<<) takes something else than mappings.',
      PLAIN,
      'Write <<: *name, where &name marks a mapping.',
    ],
    [
      'not-a-mapping',
      'The file holds a list or a single value.',
      'A spec is a mapping with keys such as pool.',
      'Begin with pool: and its id, name, region and account.',
    ],
    ['not-utf8', 'The file is not UTF-8.', 'Its text, and the places in it, would be a guess.', 'Save it as UTF-8.'],
    ['open-quote', 'A quote is never closed.', PLAIN, 'Close it with the same kind of quote.'],
    [
      'reserved-key',
      'The key __proto__ is used.',
      'It is no ordinary key in JavaScript, and could change what other keys mean.',
      'Choose another name.',
    ],
    [
      'several-documents',
      'A second YAML document begins in the file.',
      'A spec file describes one pool.',
      'Move it to a file of its own, or delete the --- line.',
    ],
    [
      'syntax',
      'The text is no YAML.',
      UNREAD,
      'Correct it where the finding points; often the cause is on the line before.',
    ],
    ['tab-indent', 'A line is indented with a tab.', 'YAML allows spaces only.', 'Replace the tab with spaces.'],
    [
      'tag',
      'A tag such as !!binary or !include is used.',
      'Specs are plain YAML: what a tag means depends on who reads it.',
      'Write the value itself; put it in quotes if the ! belongs to it.',
    ],
    [
      'too-deep',
      'Lists and mappings are nested too deep.',
      'No spec nests like that; mostly a bracket was never closed.',
      'Look for brackets that are never closed.',
    ],
    [
      'too-large',
      'The file is larger than 1 MiB, or has too many values.',
      'No spec is that large; mostly it is another file.',
      'Check that it is a spec; split the pools into one file each.',
    ],
    [
      'unknown-alias',
      'An alias has no anchor before it.',
      PLAIN,
      'Mark the value with an anchor, or put the text in quotes.',
    ],
    [
      'version',
      'The file says %YAML 1.1.',
      'In YAML 1.2 yes, no, on and off are text; in 1.1 they are booleans.',
      'Delete the %YAML line and write true or false.',
    ],
  ]),
];
