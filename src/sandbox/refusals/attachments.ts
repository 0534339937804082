import type {
  LogConfigurationType,
  RiskConfigurationType,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Checked, Context } from '../operation.js';
import type { Refusal } from '../refusal.js';
import { foreignSes, sesRegions } from './ses.js';
import { notAvailable } from './words.js';

export interface RiskSubject {
  readonly risk: RiskConfigurationType;
  readonly context: Context;
}

export const riskRefusals: readonly Refusal<RiskSubject>[] = [
  {
    id: 'risk-ip-cidr',
    evidence: 'measured',
    words: ({ risk: { RiskExceptionConfiguration: exceptions } }) => {
      const ranges = [...(exceptions?.BlockedIPRangeList ?? []), ...(exceptions?.SkippedIPRangeList ?? [])];
      return ranges.some((range) => !/^[0-9a-f.:]+\/\d{1,3}$/i.test(range)) && 'Incorrect CIDR format';
    },
  },
  {
    id: 'risk-notify-region',
    evidence: 'measured',
    words: ({ risk, context }) =>
      foreignSes(risk.AccountTakeoverRiskConfiguration?.NotifyConfiguration?.SourceArn, context) &&
      `Invalid NotifyConfiguration.SourceArn. Provided SourceArn must be in one of the following SES regions: ${sesRegions.join(', ')}.`,
  },
];

export interface LogDeliverySubject {
  readonly configurations: readonly Checked<LogConfigurationType>[];
  readonly pool: UserPoolType;
}

export const logDeliveryRefusals: readonly Refusal<LogDeliverySubject>[] = [
  {
    id: 'log-level-of-source',
    evidence: 'inferred',
    words: ({ configurations }) => {
      const wrong = configurations.find(wrongLevel);
      return wrong && `Log level ${wrong.LogLevel} is not supported for event source ${wrong.EventSource}.`;
    },
  },
  {
    id: 'log-source-duplicate',
    evidence: 'measured',
    words: ({ configurations }) => {
      const sources = configurations.map(({ EventSource }) => EventSource);
      const twice = [...new Set(sources.filter((source, index) => sources.indexOf(source) < index))];
      return (
        twice.length > 0 &&
        `Request validation Failed. Following event sources appear more then once in a request: [${twice.join(', ')}].`
      );
    },
  },
  {
    id: 'log-user-events-tier',
    evidence: 'measured',
    type: 'FeatureUnavailableInTierException',
    words: ({ configurations, pool: { UserPoolTier: tier = 'ESSENTIALS' } }) =>
      tier !== 'PLUS' &&
      configurations.some(({ EventSource }) => EventSource === 'userAuthEvents') &&
      notAvailable(tier, 'Log Streaming'),
  },
];

export interface ReplicaSubject {
  readonly pool: UserPoolType;
}

/** Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-multi-region.html; the words are not AWS's. */
export const replicaRefusals: readonly Refusal<ReplicaSubject>[] = [
  {
    id: 'replica-tier',
    evidence: 'inferred',
    type: 'FeatureUnavailableInTierException',
    words: ({ pool: { UserPoolTier: tier = 'ESSENTIALS' } }) =>
      tier === 'LITE' && notAvailable(tier, 'Multi-Region Replication'),
  },
];

const levelOf = { userNotification: 'ERROR', userAuthEvents: 'INFO' } as const;

const wrongLevel = ({ EventSource, LogLevel }: Checked<LogConfigurationType>): boolean =>
  levelOf[EventSource as keyof typeof levelOf] !== LogLevel;

export interface StyleSubject {
  readonly css: string;
  readonly hasDomain: boolean;
}

const hostedUiClass = /-customizable$/;

export const uiCustomizationRefusals: readonly Refusal<StyleSubject>[] = [
  {
    id: 'ui-needs-domain',
    evidence: 'measured',
    words: ({ hasDomain }) => !hasDomain && 'A domain must be associated with this user pool.',
  },
  {
    id: 'ui-css-class',
    evidence: 'measured',
    words: ({ css }) => {
      const foreign = selectors(css).find((selector) => !hostedUiClass.test(selector.replace(/:[\w-]+$/, '')));
      return foreign !== undefined && `The CSS class ${foreign} is not in the list of allowed classes.`;
    },
  },
];

function selectors(css: string): string[] {
  const blocks = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').split('}');
  return blocks
    .flatMap((block) => (block.split('{')[0] ?? '').split(','))
    .map((s) => s.trim())
    .filter((s) => s !== '');
}
