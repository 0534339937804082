import { parseArn } from '../../facets/kit/arn.js';
import { valueAt } from '../../model/state.js';
import type { Check, PreflightInput, Problem } from '../check.js';
import type { Cloud } from '../cloud.js';
import { asCognito, refusedBy, regionOf } from '../kit.js';
import { judgePolicies } from '../policy.js';
import { type Trigger, triggersOf } from '../triggers.js';

export const triggerPermission: Check = {
  id: 'trigger-permission',
  summary: 'The functions that the stack does not permit Cognito to call let it in already.',
  actions: ['lambda:GetPolicy'],
  findings: {
    'trigger-not-permitted': {
      severity: ['error', 'warning'],
      summary: 'The function of a trigger does not let Cognito call it for this pool.',
    },
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html',
  ],
  needs: (input) =>
    triggersOf(input)
      .filter(({ arn }) => !permittedByStack(arn, input))
      .map((trigger) => ({
        path: ['triggers', trigger.setting],
        look: (cloud) => look(cloud, trigger, input),
      })),
};

/** The deploy itself permits Cognito to call the functions of its account, unless the spec says otherwise. */
function permittedByStack(arn: string, { identity, state }: PreflightInput): boolean {
  return valueAt(state, 'triggers.permissions') !== false && parseArn(arn)?.account === identity.account;
}

async function look(cloud: Cloud, { arn }: Trigger, input: PreflightInput): Promise<readonly Problem[]> {
  const policy = await cloud.lambdaPolicy(regionOf(arn, input), arn);
  const verdict = policy === undefined ? 'denied' : judgePolicies([policy], asCognito('lambda:InvokeFunction', input));
  return refusedBy(verdict, `the resource policy of ${arn}`, refused(arn, input.poolId));
}

/** Before the first deploy the functions' own code may be waiting for the ARN of the pool. */
function refused(arn: string, poolId: string | undefined): Problem {
  return {
    finding: 'trigger-not-permitted',
    severity: poolId === undefined ? 'warning' : 'error',
    message: `The function ${arn} does not let cognito-idp.amazonaws.com call it for this pool; a deploy succeeds, and users meet the failure.`,
    help: 'Permit it in the code of the function, or leave triggers.permissions true where the function is in the account of the pool.',
  };
}
