import { risk } from '../../facets/risk.js';
import { api } from '../kit/pages.js';
import type { PostureRule } from '../kit/pool-rule.js';
import { objects } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const clientRiskWeakerThanPool: PostureRule = {
  id: 'client-risk-weaker-than-pool',
  kind: 'posture',
  severity: 'warning',
  confidence: 'documented',
  summary: 'A client’s own risk configuration is no weaker than the pool’s.',
  why:
    'A client with a risk configuration of its own gets nothing of the pool’s: what it leaves out is not done. An ' +
    'attacker takes the client with the weakest one, because a user’s password is the same for all of them.',
  references: [api('SetRiskConfiguration')],
  sets: ['recommended'],
  controls: {},
  examples: {
    valid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        terraform:
          providerVersion: ">= 6.25.0, < 7.0.0"
        risk:
          pool:
            compromisedCredentials: block
            highRisk: mfaRequired
          web:
            compromisedCredentials: block
            highRisk: block
        clients:
          web:
            authFlows: [srp]
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: plus
        threatProtection:
          mode: enforced
        terraform:
          providerVersion: ">= 6.25.0, < 7.0.0"
        risk:
          pool:
            compromisedCredentials: block
            highRisk: block
          web:
            highRisk: mfaIfConfigured
            skippedIps: [192.0.2.0/24]
        clients:
          web:
            authFlows: [srp]
      `,
    ],
  },
  *check(input) {
    const all = objects(input, 'risk');
    const pool = all.find(({ key }) => key === 'pool');
    if (!pool) return;
    for (const client of all.filter(({ key }) => key !== 'pool')) {
      const weaker = [...actions(client, pool), ...lists(client, pool)];
      if (weaker.length === 0) continue;
      yield {
        path: client.path(),
        message: `${client.name()} is weaker than ${pool.name()}: ${weaker.join('; ')}.`,
        help: `Write into ${client.name()} what ${pool.name()} says, or remove it: the pool’s then counts.`,
      };
    }
  },
};

type Risk = ReturnType<typeof objects<'risk'>>[number];
const ACTIONS = ['compromisedCredentials', 'lowRisk', 'mediumRisk', 'highRisk'] as const;

/** What is left out is let pass. */
function actions({ settings }: Risk, pool: Risk): string[] {
  return ACTIONS.flatMap((setting) => {
    const [own = 'allow', wanted = 'allow'] = [settings[setting], pool.settings[setting]];
    const { stronger } = risk.fields[setting] as { readonly stronger?: (a: string, b: string) => number };
    return (stronger?.(wanted, own) ?? 0) > 0
      ? [`${setting} is ${settings[setting] ?? 'left out'}, not ${wanted}`]
      : [];
  });
}

function lists({ settings }: Risk, pool: Risk): string[] {
  const without = (list: readonly string[] = [], other: readonly string[] = []) =>
    list.filter((one) => !other.includes(one));
  const blocking = settings.compromisedCredentials === 'block' && pool.settings.compromisedCredentials === 'block';
  const events = without(pool.settings.compromisedCredentialsEvents, settings.compromisedCredentialsEvents);
  const skipped = without(settings.skippedIps, pool.settings.skippedIps);
  const open = without(pool.settings.blockedIps, settings.blockedIps);
  return [
    ...(blocking && events.length > 0 ? [`compromisedCredentialsEvents lacks ${events.join(', ')}`] : []),
    ...(skipped.length > 0 ? [`skippedIps has ${skipped.join(', ')}`] : []),
    ...(open.length > 0 ? [`blockedIps lacks ${open.join(', ')}`] : []),
  ];
}
