export const POOL = 'pool: {id: main, region: eu-west-1, account: "123456789012"}\n';

/** Text behind a valid pool, then what is found: rule, place, message, help. */
export const CASES: [
  name: string,
  text: string,
  ...found: [rule: string, at: string, message: string, help: string][],
][] = [
  ['nothing wrong', 'mfa: {mode: ON}'],
  [
    'an unknown section',
    'mfaa: {}',
    [
      'unknown-key',
      '2:1',
      'The spec has no setting "mfaa".',
      'Did you mean mfa? Allowed here: pool, passwordPolicy, mfa, tags, clients, sender, lifetime, provider, contact and sms.',
    ],
  ],
  [
    'an unknown key',
    'passwordPolicy:\n  minLength: 8',
    [
      'unknown-key',
      '3:3',
      'passwordPolicy has no setting "minLength".',
      'Allowed here: minimumLength, requireNumbers and score.',
    ],
  ],
  [
    'a key that slipped out of its section',
    'requireNumbers: true',
    [
      'unknown-key',
      '2:1',
      'The spec has no setting "requireNumbers".',
      'It belongs under passwordPolicy: check the indentation.',
    ],
  ],
  [
    'a number for text',
    'tags: {a: 12}',
    [
      'wrong-type',
      '2:11',
      'tags.a is the number 12; expected text, in quotes.',
      'Put it in quotes: "12". Without quotes leading zeros would be lost.',
    ],
  ],
  [
    'a boolean for text',
    'tags: {a: true}',
    ['wrong-type', '2:11', 'tags.a is true; expected text, in quotes.', 'Put it in quotes: "true".'],
  ],
  [
    'text for a number',
    'passwordPolicy: {minimumLength: "8"}',
    ['wrong-type', '2:33', 'passwordPolicy.minimumLength is "8"; expected a whole number.', 'Remove the quotes: 8.'],
  ],
  [
    'text for a boolean',
    'passwordPolicy: {requireNumbers: yes}',
    [
      'wrong-type',
      '2:34',
      'passwordPolicy.requireNumbers is "yes"; expected true or false.',
      'Write true without quotes; only true and false are booleans in YAML 1.2.',
    ],
  ],
  [
    'nothing for a section',
    'mfa:',
    ['wrong-type', '2:5', 'mfa is empty; expected a mapping.', 'Write a mapping, or delete the key.'],
  ],
  [
    'text for a list',
    'clients: {web: {callbackUrls: https://a}}',
    [
      'wrong-type',
      '2:31',
      'clients.web.callbackUrls is "https://a"; expected a list.',
      'Write it as a list: [https://a].',
    ],
  ],
  [
    'a list for a section',
    'mfa: [ON]',
    ['wrong-type', '2:6', 'mfa is a list; expected a mapping.', 'Write a mapping instead of a list.'],
  ],
  [
    'a fraction',
    'passwordPolicy: {minimumLength: 8.5}',
    [
      'wrong-type',
      '2:33',
      'passwordPolicy.minimumLength is the number 8.5; expected a whole number.',
      'Write a whole number instead of the number 8.5, for example 8.',
    ],
  ],
  [
    'lower case',
    'mfa: {mode: on}',
    ['not-allowed-value', '2:13', 'mfa.mode is "on"; allowed: OFF, OPTIONAL or ON.', 'Did you mean ON?'],
  ],
  [
    'true for ON',
    'mfa: {mode: true}',
    ['not-allowed-value', '2:13', 'mfa.mode is true; allowed: OFF, OPTIONAL or ON.', 'Did you mean ON?'],
  ],
  [
    'another word for ON',
    'mfa: {mode: required}',
    ['not-allowed-value', '2:13', 'mfa.mode is "required"; allowed: OFF, OPTIONAL or ON.', 'Did you mean ON?'],
  ],
  [
    'a slip',
    'mfa: {mode: OPTOINAL}',
    ['not-allowed-value', '2:13', 'mfa.mode is "OPTOINAL"; allowed: OFF, OPTIONAL or ON.', 'Did you mean OPTIONAL?'],
  ],
  [
    'nothing like it',
    'mfa: {mode: 7}',
    ['not-allowed-value', '2:13', 'mfa.mode is the number 7; allowed: OFF, OPTIONAL or ON.', 'Write one of these.'],
  ],
  [
    'too small',
    'passwordPolicy: {minimumLength: 3}',
    [
      'out-of-range',
      '2:33',
      'passwordPolicy.minimumLength is the number 3; expected a number from 6 to 99.',
      'Write a number from 6 to 99.',
    ],
  ],
  [
    'no multiple',
    'passwordPolicy: {score: 7}',
    [
      'out-of-range',
      '2:25',
      'passwordPolicy.score is the number 7; expected a multiple of 5.',
      'Write a multiple of 5.',
    ],
  ],
  [
    'infinite',
    'passwordPolicy: {score: .inf}',
    [
      'wrong-type',
      '2:25',
      'passwordPolicy.score is the number .inf; expected a number.',
      'Write a number instead of the number .inf.',
    ],
  ],
  [
    'a pattern with words',
    'clients: {web: {accessToken: 60}}',
    [
      'wrong-type',
      '2:30',
      'clients.web.accessToken is the number 60; expected a number and a unit: 30s, 5m, 12h or 30d, in quotes.',
      'Put it in quotes: "60". Without quotes leading zeros would be lost.',
    ],
  ],
  [
    'a pattern without words',
    'clients: {web: {callbackUrls: [http://a]}}',
    [
      'pattern',
      '2:32',
      'clients.web.callbackUrls.0 is "http://a", which does not have the form ^https://.',
      'See the page of this setting for its allowed forms.',
    ],
  ],
  [
    'duplicates',
    'clients: {web: {callbackUrls: [https://a, https://b, https://a]}}',
    [
      'duplicate-item',
      '2:54',
      'clients.web.callbackUrls has "https://a" twice, as entries 1 and 3.',
      'Delete one of them.',
    ],
  ],
  [
    'an empty list',
    'clients: {web: {callbackUrls: []}}',
    ['too-few', '2:31', 'clients.web.callbackUrls has no entries; expected at least 1.', 'Add 1 entry.'],
  ],
  [
    'too many',
    'tags: {a: x, b: x, c: x, d: x}',
    ['too-many', '2:7', 'tags has 4 entries; expected at most 3.', 'Remove 1 entry.'],
  ],
  [
    'a bad key',
    'tags: {a b: x}',
    ['bad-key', '2:8', 'tags has the key "a b"; expected a name without spaces.', 'Write a name without spaces.'],
  ],
  [
    'a secret',
    'clients: {web: {secret: hunter22}}',
    [
      'pattern',
      '2:25',
      'clients.web.secret is a value that is not shown, which does not have the form ^s.',
      'See the page of this setting for its allowed forms.',
    ],
  ],
  [
    'a choice: no branch for the value',
    'sender: NONE',
    ['not-allowed-value', '2:9', 'sender is "NONE"; allowed: COGNITO or a mapping.', 'Write one of these.'],
  ],
  [
    'a choice: the branch that was meant',
    'sender: {arn: x, frm: y}',
    ['pattern', '2:15', 'sender.arn is "x"; expected an ARN.', 'Write an ARN.'],
    ['unknown-key', '2:18', 'sender has no setting "frm".', 'Did you mean from? Allowed here: arn and from.'],
  ],
  [
    'a choice: of types',
    'lifetime: [1]',
    [
      'wrong-type',
      '2:11',
      'lifetime is a list; expected text or a whole number.',
      'Write text or a whole number instead of a list.',
    ],
  ],
  [
    'a choice: by value',
    'lifetime: 0',
    [
      'out-of-range',
      '2:11',
      'lifetime is the number 0; expected a number of at least 1.',
      'Write a number of at least 1.',
    ],
  ],
  [
    'a choice: by constant',
    'provider: {type: SAML, metadat: x}',
    [
      'unknown-key',
      '2:24',
      'provider has no setting "metadat".',
      'Did you mean metadata? Allowed here: type and metadata.',
    ],
  ],
  [
    'a choice: no such constant',
    'provider: {type: google, clientId: x}',
    ['not-allowed-value', '2:18', 'provider.type is "google"; allowed: Google or SAML.', 'Did you mean Google?'],
  ],
  [
    'a choice: of keys',
    'contact: {}',
    ['missing-key', '2:1', 'contact needs email or phone.', 'Add email under contact.'],
  ],
  ['if and then', 'sms: {on: true}', ['missing-key', '2:1', 'sms needs role.', 'Add role under sms.']],
  [
    'if and else',
    'sms: {role: x}',
    ['not-allowed', '2:13', 'sms.role is "x", which is not allowed here.', 'Delete it.'],
  ],
];
