import { api } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { objects, section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const sessionsNeedTier: RefusalRule = {
  id: 'sessions-need-tier',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'Session tracking needs tier essentials or plus, and a client’s ssoMinutes needs session tracking.',
  why: 'AWS answers FeatureUnavailableInTierException to tier lite, and sets the session of a client only while sessions are tracked.',
  references: [api('SetUserPoolSessionConfiguration'), api('SetUserPoolClientSessionConfiguration')],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        sessions:
          tracking: true
        clients:
          web:
            ssoMinutes: 480
      `,
    ],
    invalid: [
      yaml`
        pool:
          tier: lite
        sessions:
          tracking: true
      `,
      yaml`
        clients:
          web:
            ssoMinutes: 480
      `,
    ],
  },
  *check(input) {
    const { tier } = section(input, 'pool');
    const { tracking } = section(input, 'sessions');
    if (tracking && tier === 'lite')
      yield {
        path: ['sessions', 'tracking'],
        message: 'sessions.tracking is true but pool.tier is lite; AWS would answer FeatureUnavailableInTierException.',
        help: 'Write pool.tier: essentials; or remove sessions.tracking.',
      };
    if (tracking) return;
    for (const { settings, path, name } of objects(input, 'clients'))
      if (settings.ssoMinutes !== undefined && settings.ssoMinutes !== 60)
        yield {
          path: path('ssoMinutes'),
          message: `${name('ssoMinutes')} is ${settings.ssoMinutes}, but sessions.tracking is off; AWS sets it only while sessions are tracked.`,
          help: 'Write sessions.tracking: true; or remove ssoMinutes.',
        };
  },
};
