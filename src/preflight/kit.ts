import { parseArn } from '../facets/kit/arn.js';
import { mailAddress } from '../facets/kit/ses-identity.js';
import { Unread } from '../model/sections.js';
import type { PreflightInput, Problem } from './check.js';
import { begins, type Request, type Verdict } from './policy.js';

/** The service that Cognito's user pools are, in policies. */
const COGNITO = 'cognito-idp.amazonaws.com';

/** Cognito, on behalf of this pool, wants to do something. */
export function asCognito(
  action: string,
  { identity, poolId }: PreflightInput,
  context: Request['context'] = {},
): Request {
  const { partition, region, account } = identity;
  const pools = `arn:${partition}:cognito-idp:${region}:${account}:userpool/`;
  return {
    action,
    service: COGNITO,
    context: {
      'aws:sourceaccount': account,
      'aws:sourcearn': poolId === undefined ? begins(`${pools}${region}_`) : pools + poolId,
      ...context,
    },
  };
}

/** The problem where a policy denies; nothing where it allows; `Unread` where it cannot be judged. */
export function refusedBy(verdict: Verdict, policy: string, problem: Problem): readonly Problem[] {
  if (verdict === 'unknown')
    throw new Unread(`${policy} has conditions or resources of which Poolward cannot tell whether they let Cognito in`);
  return verdict === 'denied' ? [problem] : [];
}

/** The Region that an ARN names; the pool's for one that names none. */
export function regionOf(arn: string, { identity }: PreflightInput): string {
  return parseArn(arn)?.region || identity.region;
}

/** The address of `a@b.c` or `Name <a@b.c>`, in lower case. */
export function addressOf(from: string): string {
  return mailAddress(from).toLowerCase();
}

/**
 * The identities by which SES may send from an address or a domain: itself, and every domain that it lies in.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html
 */
export function identitiesOf(name: string): readonly string[] {
  const domain = name.slice(name.indexOf('@') + 1).split('.');
  const domains = domain.slice(0, -1).map((_, index) => domain.slice(index).join('.'));
  return name.includes('@') ? [name, ...domains] : domains;
}

/** What is asked for by its name is looked for in the account of the credentials: of another account nobody knows. */
export function requireOwn(arn: string, { identity }: PreflightInput): void {
  const account = parseArn(arn)?.account;
  if (account !== undefined && account !== '' && account !== identity.account)
    throw new Unread(`it is in account ${account}, where the credentials of ${identity.account} cannot look`);
}
