import { api } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const groupPrecedenceCollides: PostureRule = {
  id: 'group-precedence-collides',
  kind: 'posture',
  severity: 'note',
  confidence: 'documented',
  summary: 'Groups with different roles have different precedences.',
  why:
    'For a member of two groups with one precedence and different roles Cognito leaves out cognito:preferred_role: an ' +
    'identity pool that takes the role from the token then gives no credentials, or those of its default role. Groups ' +
    'without a precedence share none.',
  references: [api('CreateGroup')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        groups:
          admins:
            role: arn:aws:iam::123456789012:role/admins
            precedence: 10
          readers:
            role: arn:aws:iam::123456789012:role/readers
            precedence: 20
      `,
    ],
    invalid: [
      yaml`
        groups:
          admins:
            role: arn:aws:iam::123456789012:role/admins
          readers:
            role: arn:aws:iam::123456789012:role/readers
      `,
    ],
  },
  *check(input) {
    const first = new Map<number | undefined, Group>();
    for (const group of objects(input, 'groups').filter(({ settings }) => settings.role !== undefined)) {
      const { role, precedence } = group.settings;
      const other = first.get(precedence);
      if (!other) first.set(precedence, group);
      else if (other.settings.role !== role) {
        const same = precedence === undefined ? 'Neither has a precedence' : `Both have precedence ${precedence}`;
        yield {
          path: group.path('precedence'),
          message: `${group.name()} and ${other.name()} have different roles and should have different precedences. ${same}.`,
          help: 'Give each group with a role a precedence of its own; the lowest wins.',
        };
      }
    }
  },
};

type Group = ReturnType<typeof objects<'groups'>>[number];
