import { FACETS } from '../../facets/index.js';
import type { Facet } from '../../model/facet.js';
import { type Entry, settingName, yamlPath } from '../../model/state.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { yaml } from '../kit/yaml.js';

export const terraformLosesValue: RefusalRule = {
  id: 'terraform-loses-value',
  kind: 'refusal',
  severity: 'warning',
  confidence: 'measured',
  summary: 'A value reaches AWS by way of Terraform.',
  why:
    'The provider takes some values for none. The deploy succeeds, its state and every later plan say that all is well, and ' +
    'the live pool never had the value; until `poolward fix` sends it, the audit finds the difference.',
  references: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_group'],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        groups:
          admins:
            precedence: 1
      `,
    ],
    invalid: [
      yaml`
        groups:
          admins:
            precedence: 0
      `,
    ],
  },
  *check({ state }) {
    for (const [address, entry] of state.entries)
      for (const [name, reason] of lostIn(entry))
        yield {
          path: yamlPath(address, name),
          message: `${settingName(address, name)} is lost on its way. ${reason}`,
          help: 'Run poolward fix after the deploy that makes it, or write another value.',
        };
  },
};

/** The settings of an entry that Terraform loses, and why. */
function lostIn({ facet: id, settings }: Entry): [name: string, reason: string][] {
  const { fields = {} } = (FACETS as readonly Facet[]).find((facet) => facet.id === id) ?? {};
  return [...settings].flatMap(([name, seen]): [string, string][] => {
    const reason = seen.kind === 'value' ? fields[name]?.lost?.(seen.value) : undefined;
    return reason === undefined ? [] : [[name, reason]];
  });
}
