// The services beside Cognito that a deploy needs. A service is one file, loaded when a question to it is asked.
import type { Meter } from '../audit/ports.js';
import { Unread } from '../model/sections.js';
import type { Cloud } from '../preflight/cloud.js';
import { awsReason } from './errors.js';
import { type Client, type ConnectionOptions, open, type Settings } from './open.js';

/** A client of a service in a Region; there is one of each. */
export type Open = <C extends Client>(Service: new (settings: Settings) => C, region: string) => Promise<C>;

/** How a question is asked. Rejects with what AWS, or the way to it, said. */
export type Ask<Q extends keyof Cloud> = (open: Open, ...about: Parameters<Cloud[Q]>) => ReturnType<Cloud[Q]>;

const ASK: { readonly [Q in keyof Cloud]: () => Promise<Ask<Q>> } = {
  account: async () => (await import('./sts.js')).account,
  caller: async () => (await import('./sts.js')).caller,
  emailIdentity: async () => (await import('./ses.js')).emailIdentity,
  emailsAnybody: async () => (await import('./ses.js')).emailsAnybody,
  hasConfigurationSet: async () => (await import('./ses.js')).hasConfigurationSet,
  smsSandbox: async () => (await import('./sns.js')).smsSandbox,
  smsSpendLimit: async () => (await import('./sns.js')).smsSpendLimit,
  role: async () => (await import('./iam.js')).role,
  rolePolicies: async () => (await import('./iam.js')).rolePolicies,
  policy: async () => (await import('./iam.js')).policy,
  certificate: async () => (await import('./acm.js')).certificate,
  lambdaFunction: async () => (await import('./lambda.js')).lambdaFunction,
  lambdaPolicy: async () => (await import('./lambda.js')).lambdaPolicy,
  key: async () => (await import('./kms.js')).key,
  hasLogGroup: async () => (await import('./logs.js')).hasLogGroup,
  streamState: async () => (await import('./firehose.js')).streamState,
  hasBucket: async () => (await import('./s3.js')).hasBucket,
};

/** The real `Cloud`. Opens nothing, and loads nothing, before it is asked. */
export function services(options: Omit<ConnectionOptions, 'region'>, meter: Meter): Cloud {
  const opened = opener(options, meter);
  const asked = new Map<string, Promise<unknown>>();
  const question =
    (name: keyof Cloud) =>
    (...about: readonly string[]) => {
      const key = JSON.stringify([name, ...about]);
      const answer = asked.get(key) ?? ask(name, opened, about);
      asked.set(key, answer);
      return answer;
    };
  const names = Object.keys(ASK) as (keyof Cloud)[];
  return Object.fromEntries(names.map((name) => [name, question(name)])) as unknown as Cloud;
}

async function ask(name: keyof Cloud, opened: Open, about: readonly string[]): Promise<unknown> {
  const put = (await ASK[name]()) as (open: Open, ...about: readonly string[]) => Promise<unknown>;
  try {
    return await put(opened, ...about);
  } catch (error) {
    throw new Unread(awsReason(error));
  }
}

function opener(options: Omit<ConnectionOptions, 'region'>, meter: Meter): Open {
  const clients = new Map<unknown, Map<string, Promise<unknown>>>();
  return <C extends Client>(Service: new (settings: Settings) => C, region: string) => {
    const ofService = clients.get(Service) ?? new Map<string, Promise<unknown>>();
    clients.set(Service, ofService);
    const client = ofService.get(region) ?? open(Service, { ...options, region }, meter);
    ofService.set(region, client);
    return client as Promise<C>;
  };
}
