import { GetFunctionConfigurationCommand, GetPolicyCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { said, unlessGone } from './errors.js';
import type { Ask } from './services.js';

const GONE = ['ResourceNotFoundException'];

export const lambdaFunction: Ask<'lambdaFunction'> = async (open, region, arn) => {
  const client = await open(LambdaClient, region);
  const answer = await unlessGone(GONE, client.send(new GetFunctionConfigurationCommand(named(arn))));
  return answer && { state: said('State', answer.State), reason: answer.StateReason };
};

export const lambdaPolicy: Ask<'lambdaPolicy'> = async (open, region, arn) => {
  const client = await open(LambdaClient, region);
  return (await unlessGone(GONE, client.send(new GetPolicyCommand(named(arn)))))?.Policy;
};

/** `arn:…:function:name:alias` is the function and its qualifier. */
function named(arn: string): { readonly FunctionName: string; readonly Qualifier?: string } {
  const [, Qualifier] = arn.split(':function:')[1]?.split(':') ?? [];
  return Qualifier ? { FunctionName: arn.slice(0, -Qualifier.length - 1), Qualifier } : { FunctionName: arn };
}
