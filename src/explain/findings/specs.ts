import { errors, type FindingKind } from './kind.js';

const NO_DEPLOY = 'AWS or Terraform would refuse the value, or a setting would silently not be what was meant.';

/** About what a spec says, before any rule. */
export const SPECS: readonly FindingKind[] = [
  {
    id: 'accept/expired',
    severity: ['warning'],
    summary: 'The day of an acceptance has come.',
    why: 'What was tolerated for a time counts again.',
    todo: 'Mend what it accepted and remove the entry, or agree on a new day.',
  },
  {
    id: 'accept/unused',
    severity: ['warning'],
    summary: 'An acceptance matches no finding.',
    why: 'It would hide the next one.',
    todo: 'Remove the entry.',
  },
  ...errors('baseline', [
    [
      'differs',
      'A setting is not as a baseline asks, and neither value is the stronger one.',
      'Where nobody can say which value is safer, only the same one is as safe.',
      'Write what the baseline asks for, or have the baseline changed by who owns it.',
    ],
    [
      'form',
      'baseline is neither the path of a YAML file nor a list of such paths.',
      'What it names would be passed over without a word.',
      'Write the path of the file, or a list.',
    ],
    [
      'missing',
      'A baseline that a spec names does not exist.',
      'A spec that is held against nothing must not pass.',
      'Write its path from the folder of the file that names it.',
    ],
    [
      'missing-object',
      'An object that a baseline asks for is not declared.',
      'Without it the pool is weaker than the baseline.',
      'Declare it.',
    ],
    [
      'not-a-setting',
      'A baseline holds a key that says nothing of a pool.',
      'A baseline asks for settings; how a file is read is no setting.',
      'Keep only sections with settings in it.',
    ],
    [
      'weakened',
      'A setting is weaker than a baseline asks.',
      'A team may strengthen what the platform asks for, and not weaken it; what is not said is Cognito’s default, and may be the weaker one.',
      'Write what the baseline asks for, or something stronger.',
    ],
  ]),
  ...errors('extends', [
    [
      'circle',
      'Files extend one another in a circle.',
      'No file of them would be the base.',
      'Let one of them extend nothing.',
    ],
    [
      'form',
      'extends is neither the path of a YAML file nor a list of such paths.',
      'What it names would be passed over without a word.',
      'Write the path of the file, or a list.',
    ],
    [
      'missing',
      'A base file does not exist.',
      'Without it the spec is not whole.',
      'Write its path from the folder of the file that extends it.',
    ],
    [
      'too-deep',
      'More than 32 files extend one another.',
      'Nobody could say where a setting comes from.',
      'Say in one file what several bases say.',
    ],
  ]),
  ...errors('overlays', [
    [
      'form',
      'overlays, or one of them, is not what it has to be: a name, and beneath it the sections that are different there.',
      'A file with overlays is one spec an environment; a malformed one would be none.',
      'Write a name of letters, digits, dots, _ and -, and beneath it sections; extends and include stand at the left margin.',
    ],
    [
      'unknown',
      'A spec has no environment of the name that --environment gives.',
      'Another environment would be judged or deployed than was meant.',
      'Name one that it has, or none for all of them.',
    ],
  ]),
  ...errors('remove', [
    [
      'form',
      'remove is not a list of spec paths.',
      'What it names would stay without a word.',
      'Write a list, for example [clients.web, mfa.email].',
    ],
    [
      'nothing',
      'An entry of remove names what no base file says.',
      'It would take away whatever comes to bear that name.',
      'Correct or delete the entry.',
    ],
  ]),
  ...errors('schema', [
    ['ambiguous', 'A value fits more than one of several forms.', NO_DEPLOY, 'Keep the keys of one form only.'],
    [
      'bad-key',
      'A key has a spelling that is not allowed here.',
      'Keys become names in AWS or addresses in Terraform, which have rules of their own.',
      'Write it as the finding says.',
    ],
    [
      'duplicate-item',
      'A list has an entry twice.',
      'AWS keeps one of them, and the spec would never agree with it.',
      'Delete one of them.',
    ],
    ['format', 'A text does not have the form that it needs.', NO_DEPLOY, 'Write it as the finding says.'],
    [
      'invalid',
      'A value breaks a part of the schema that has no words of its own.',
      NO_DEPLOY,
      'See the page of the setting.',
    ],
    [
      'missing-key',
      'A key that must be there is missing.',
      'Without it the object cannot be made.',
      'Add it; the finding shows an example.',
    ],
    ['no-form-fits', 'A value has none of the allowed forms.', NO_DEPLOY, 'See the page of the setting for its forms.'],
    ['not-allowed', 'A value stands where none is allowed.', NO_DEPLOY, 'Delete it.'],
    [
      'not-allowed-value',
      'A value is not among the allowed ones.',
      NO_DEPLOY,
      'Write one of those that the finding lists.',
    ],
    ['out-of-range', 'A number is outside its limits.', NO_DEPLOY, 'Write one within the limits.'],
    ['pattern', 'A text does not have the form that it needs.', NO_DEPLOY, 'Write it as the finding says.'],
    ['too-few', 'A list or mapping has too few entries.', NO_DEPLOY, 'Add what is missing.'],
    ['too-long', 'A text is too long.', NO_DEPLOY, 'Shorten it.'],
    ['too-many', 'A list or mapping has too many entries.', NO_DEPLOY, 'Remove some.'],
    ['too-short', 'A text is too short, or empty.', NO_DEPLOY, 'Write what the finding says.'],
    [
      'unknown-key',
      'A key is no setting.',
      'A misspelt setting would be left at its default, and nobody would know.',
      'Write the name that the finding suggests; check the indentation.',
    ],
    [
      'wrong-type',
      'A value has the wrong type: a number for a text, say.',
      'YAML reads 012345678901 as a number and drops its zero.',
      'Put it in quotes, or write what the finding says.',
    ],
  ]),
  ...errors('spec', [
    [
      'file',
      'A setting names a file that is not there or too large.',
      'What is deployed and compared is the content of the file.',
      'Name a file by its path from the folder of the spec.',
    ],
    [
      'more-problems',
      'A file has more problems than are shown.',
      'Many problems mostly have one cause.',
      'Fix the ones above first.',
    ],
    [
      'rule-failed',
      'A rule broke while it judged the spec.',
      'A spec that could not be judged must not pass for a good one.',
      'Report it, with the spec: it is a fault of Poolward.',
    ],
    [
      'shared-id',
      'Two specs of one run have the same pool.id.',
      'They would be one stack and one set of Terraform addresses: the second would undo the first.',
      'Give one of the two another id, or leave one out.',
    ],
  ]),
  {
    id: 'unmanaged/expired',
    severity: ['warning'],
    summary: 'The day of an unmanaged part has come.',
    why: 'It is compared again.',
    todo: 'Remove the entry, or agree on a new day.',
  },
  {
    id: 'unmanaged/names-nothing',
    severity: ['warning'],
    summary: 'An unmanaged entry names what neither the spec nor the live pool has.',
    why: 'It would hide whatever comes to bear that name.',
    todo: 'Correct or remove the entry.',
  },
  ...errors('variables', [
    [
      'malformed',
      'A text begins like a variable, but is none.',
      'Left as it is, it would reach AWS as text.',
      'Write ${NAME} or ${NAME:-default}; $${ stands for the text itself.',
    ],
    [
      'unresolved',
      'A variable is not set in the environment, or is empty, and has no default.',
      'An empty name, URL or ARN is never what was meant.',
      'Set it, or write a default: ${NAME:-…}.',
    ],
  ]),
];
