import {
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminSetUserMFAPreferenceCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { preferenceOf, settingsOf } from '../aws/user-settings.js';
import { type RestoreSettings, SETTINGS } from '../model/trigger-settings.js';
import { factorsSaid } from '../users/factors-said.js';
import type { Factor } from '../users/pool-mfa.js';
import type { UserSettings } from '../users/ports.js';
import type { ConfirmationEvent } from './flow/event.js';
import { isReset, namedGroups, settingsToSet } from './flow/restoring.js';

// Empty where it is missing: what fails must fail within the handler.
const settings = JSON.parse(process.env[SETTINGS] ?? '{}') as RestoreSettings;
const client = new CognitoIdentityProviderClient({
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2500 },
});

/** Cognito waits for 5 seconds, and calls again then. */
const PATIENCE_MS = 4000;

/**
 * Applies the policy of users' MFA to a user who has set a new password. The password is set already when Cognito calls
 * this, so that an error would tell the user of a failure that was none: it is logged, and the user is let go on.
 */
export async function handler(event: ConfirmationEvent): Promise<ConfirmationEvent> {
  if (isReset(event)) await inTime(restore(event)).catch(log);
  return event;
}

/**
 * AdminGetUser adds to the monthly active users, which somebody who has just set a password belongs to already; the newer
 * AdminGetUserAuthFactors may be unknown to Lambda's SDK.
 */
async function restore({ userPoolId: UserPoolId, userName: Username, request }: ConfirmationEvent): Promise<void> {
  const user = { UserPoolId, Username };
  const [answer, groups] = await Promise.all([client.send(new AdminGetUserCommand(user)), groupsOf(user)]);
  const seen = settingsOf(answer);
  const apply = (app: boolean) =>
    set(user, seen, settingsToSet(settings, request.userAttributes ?? {}, seen, groups, app));
  if (seen.app) return apply(true);
  // An app that is switched off is in no answer of AWS, so the call itself has to tell whether there is one.
  await apply(true).catch((error: Error) => {
    if (error.name !== 'InvalidParameterException') throw error;
    return apply(false);
  });
}

interface User {
  readonly UserPoolId: string;
  readonly Username: string;
}

async function set(user: User, seen: UserSettings, wanted: UserSettings | undefined): Promise<void> {
  if (wanted === undefined) return;
  const preference = preferenceOf(wanted, factorsSaid(seen, wanted, settings.offered as readonly Factor[]));
  await client.send(new AdminSetUserMFAPreferenceCommand({ ...user, ...preference }));
}

/** Of the groups that the policy names; nobody asks where it names none. */
async function groupsOf(user: User): Promise<readonly string[]> {
  const named = namedGroups(settings);
  const found: string[] = [];
  let NextToken: string | undefined;
  while (named.length > 0) {
    const page = await client.send(new AdminListGroupsForUserCommand({ ...user, NextToken, Limit: 60 }));
    found.push(...(page.Groups ?? []).flatMap(({ GroupName }) => GroupName ?? []));
    if (page.NextToken === undefined || page.NextToken === NextToken) break;
    NextToken = page.NextToken;
  }
  return found.filter((group) => named.includes(group));
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('late')), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The kind of the error alone: AWS's words may name the user. */
function log(error: Error): void {
  const kind = error.message === 'late' ? 'late' : error.name;
  process.stderr.write(`${JSON.stringify({ level: 'ERROR', message: 'mfa-not-restored', error: kind })}\n`);
}
