import { plainText } from '../../spec/quote.js';
import type { Check, Problem } from '../check.js';
import type { LambdaFunction } from '../cloud.js';
import { regionOf } from '../kit.js';
import { triggersOf } from '../triggers.js';

export const triggerFunction: Check = {
  id: 'trigger-function',
  summary: 'The functions of the triggers exist and are active.',
  actions: ['lambda:GetFunctionConfiguration'],
  findings: {
    'trigger-missing': { severity: ['error'], summary: 'Lambda has no such function, version or alias.' },
    'trigger-not-active': { severity: ['error', 'warning'], summary: 'The function of a trigger is not active.' },
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html',
  ],
  needs: (input) =>
    triggersOf(input).map(({ setting, arn }) => ({
      path: ['triggers', setting],
      look: async (cloud) => {
        const found = await cloud.lambdaFunction(regionOf(arn, input), arn);
        if (found === undefined) return [missing(arn)];
        return found.state === 'Active' ? [] : [notActive(arn, found)];
      },
    })),
};

function missing(arn: string): Problem {
  return {
    finding: 'trigger-missing',
    severity: 'error',
    message: `Lambda has no function ${arn}; what users do would fail where Cognito calls it.`,
    help: 'Deploy the function first, or correct the ARN.',
  };
}

/** A failed function answers nobody; the other states pass, or the first call ends them. */
function notActive(arn: string, { state, reason }: LambdaFunction): Problem {
  return {
    finding: 'trigger-not-active',
    severity: state === 'Failed' ? 'error' : 'warning',
    message: `The function ${arn} is ${state}, not Active${reason === undefined ? '' : ` (${plainText(reason.replace(/\.$/, ''))})`}.`,
    help: state === 'Failed' ? 'Mend the function and deploy it again.' : 'Wait until it is Active, or call it once.',
  };
}
