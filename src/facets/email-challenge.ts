import type { JsonSchema, PoolIdentity, TerraformContext, TerraformResource } from '../model/facet.js';
import type { CreateSettings, DefineSettings, MailText } from '../model/trigger-settings.js';
import { arn, parseArn } from './kit/arn.js';
import { SES_ANYWHERE } from './kit/arn-places.js';
import { defineFacet } from './kit/define.js';
import { CHALLENGE, madeArn, madeFunction, madeTriggers } from './kit/made-functions.js';
import { IDENTITY_PATTERN, identityArn, mailAddress } from './kit/ses-identity.js';

/** Those of `triggers/flow/texts`. */
export const BUILT_IN_LANGUAGES = ['de', 'en', 'es', 'fr', 'ja', 'pt'] as const;

/** Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const LOG_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const TEXTS: JsonSchema = {
  type: 'object',
  propertyNames: {
    pattern: '^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$',
    'x-says': 'a language tag such as it or pt-BR',
  },
  additionalProperties: {
    type: 'object',
    additionalProperties: false,
    required: ['subject', 'body'],
    properties: {
      subject: {
        type: 'string',
        pattern: '^(?!.*\\{code\\})\\S.{0,199}$',
        'x-says': 'one line of at most 200 characters without {code}: subjects are shown on locked screens',
        description: 'One line, without the code.',
      },
      body: {
        type: 'string',
        maxLength: 2000,
        pattern: '\\{code\\}',
        'x-says': 'a text with {code} in it',
        description: 'Plain text with `{code}`, and `{minutes}` if wanted.',
      },
    },
  },
};

/** What SES lets the creating function do: send from this address, by this identity, and nothing else. */
function sending({ identity, desired }: TerraformContext, from: string): object[] {
  const sender = desired('emailChallenge.identity');
  const set = desired('emailSender.configurationSet');
  const region = typeof sender === 'string' ? parseArn(sender)?.region : undefined;
  const sets = typeof set === 'string' ? [arn(identity, 'ses', `configuration-set/${set}`, region)] : [];
  return [
    {
      Action: 'ses:SendEmail',
      Resource: [sender, ...sets],
      Condition: { StringEquals: { 'ses:FromAddress': mailAddress(from) } },
    },
  ];
}

function createSettings({ identity, desired }: TerraformContext, from: string): CreateSettings {
  const sender = String(desired('emailChallenge.identity') ?? '');
  const set = desired('emailSender.configurationSet');
  const { region = identity.region, account } = parseArn(sender) ?? {};
  const value = (name: string) => desired(`emailChallenge.${name}`);
  return {
    attempts: value('attempts') as number,
    codeLength: value('codeLength') as number,
    minutes: value('minutes') as number,
    language: value('language') as string,
    texts: value('texts') as Readonly<Record<string, MailText>>,
    from,
    region,
    // "Sending authorization": the identity of another account has to be named.
    ...(account !== undefined && account !== identity.account && { identityArn: sender }),
    ...(typeof set === 'string' && { configurationSet: set }),
  };
}

function functions(_values: object, context: TerraformContext): TerraformResource[] {
  const { identity, desired } = context;
  const [from, logDays] = [desired('emailChallenge.from'), desired('emailChallenge.logDays') as number];
  if (typeof from !== 'string') return [];
  const define: DefineSettings = { attempts: desired('emailChallenge.attempts') as number };
  const made = {
    defineAuthChallenge: { settings: define, description: 'Says which challenge comes next' },
    createAuthChallenge: {
      settings: createSettings(context, from),
      allowed: sending(context, from) as readonly Record<string, unknown>[],
      description: 'Mails a code',
    },
    verifyAuthChallengeResponse: { description: 'Judges the answer to a code' },
  };
  const wanted = madeTriggers(context);
  return CHALLENGE.filter((trigger) => wanted.includes(trigger)).flatMap((trigger) => {
    const { description, ...rest } = made[trigger];
    return madeFunction(identity, trigger, {
      ...rest,
      logDays,
      description: `${description}, for the Cognito user pool ${identity.id}`,
    });
  });
}

/** The triggers are the functions that the stack makes, and the mails come from the pool's own sender unless another is named. */
function implies(value: (name: string) => unknown, identity: PoolIdentity): Readonly<Record<string, unknown>> {
  if (value('emailChallenge.from') === undefined) return {};
  const triggers = CHALLENGE.map((trigger) => [`triggers.${trigger}`, madeArn(identity, trigger)]);
  return { ...Object.fromEntries(triggers), 'emailChallenge.identity': value('emailSender.identity') };
}

export const emailChallenge = defineFacet({
  id: 'emailChallenge',
  title: 'E-mail challenge',
  summary:
    'A code by e-mail as a custom challenge after the password, by functions that the stack makes. For pools that cannot use Cognito’s own e-mail MFA (`mfa.email`), which is simpler and trusts less.',
  reads: [],
  resource: undefined,
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html',
  ],
  implies,
  resources: functions,
  fields: (f) => ({
    from: f.text({
      doc: 'From address of the mails, with a display name if wanted. It is what asks for the challenge: without it nothing is made.',
      length: [3, 320],
      pattern: '^([^<>]*<[^<>@\\s]+@[^<>@\\s]+>|[^<>@\\s]+@[^<>@\\s]+)$',
      says: 'an address, or a name followed by <address>',
      example: 'Acme <no-reply@example.com>',
      covers: [],
    }),
    identity: f.text({
      doc: 'Verified SES identity that sends: its ARN, or the bare domain or address of one in the pool’s account and Region. That of emailSender where it is left out.',
      pattern: IDENTITY_PATTERN,
      says: 'an SES identity ARN, a domain, or an e-mail address',
      arns: SES_ANYWHERE,
      example: 'example.com',
      desired: identityArn,
      covers: [],
    }),
    codeLength: f.integer({ doc: 'Digits of a code.', range: [6, 8], default: 6, covers: [] }),
    attempts: f.integer({
      doc: 'How many answers a code may get; then the sign-in fails, and the next one begins with the password.',
      range: [1, 5],
      default: 3,
      covers: [],
    }),
    minutes: f.integer({
      doc: 'How long a code is good. No longer than clients.authSessionMinutes, which is how long Cognito waits for an answer.',
      range: [1, 15],
      default: 5,
      covers: [],
    }),
    language: f.text({
      doc: 'Language of the mails to users whose `locale` attribute names none that there is a text for.',
      pattern: '^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$',
      says: 'a language tag such as en or pt-BR',
      default: 'en',
      covers: [],
    }),
    texts: f.custom<Readonly<Record<string, MailText>>>(TEXTS)({
      doc: 'Texts by language, beside those that are built in (de, en, es, fr, ja, pt) and instead of them. `{code}` in a body is the code, `{minutes}` how long it is good.',
      default: {},
      example: { it: { subject: 'Il tuo codice di accesso', body: 'Il tuo codice di accesso è: {code}' } },
      covers: [],
    }),
    logDays: f.custom<number>({ type: 'integer', enum: LOG_DAYS })({
      doc: 'How many days the logs of the functions are kept. They hold neither codes nor addresses.',
      default: 30,
      covers: [],
    }),
  }),
});
