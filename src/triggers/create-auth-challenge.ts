import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { type CreateSettings, SETTINGS } from '../model/trigger-settings.js';
import { challengeOf, type Mail } from './flow/challenge.js';
import type { CreateEvent } from './flow/event.js';

const settings = JSON.parse(process.env[SETTINGS] ?? '') as CreateSettings;

/**
 * "It must respond within 5 seconds": a call that hangs is given up before Cognito calls this function again, and is not
 * repeated, because the first may have sent the mail.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-identity-pools-working-with-aws-lambda-triggers.html
 */
const ses = new SESv2Client({
  region: settings.region,
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3500 },
});

/** Makes the challenge; in the first round of a sign-in it draws a code and mails it. */
export async function handler(event: CreateEvent): Promise<CreateEvent> {
  if (event.request.challengeName !== 'CUSTOM_CHALLENGE') throw new Error('No such challenge.');
  const { mail, ...response } = challengeOf(event.request, event, settings, Date.now());
  if (mail) await send(mail);
  return { ...event, response };
}

/**
 * Who comes here has proved the password, so that it gives nothing away when a mail cannot be sent: the sign-in fails with
 * a sentence that says so. SES names addresses in its errors; only their kind is logged.
 */
async function send({ to, subject, body }: Mail): Promise<void> {
  const { from, identityArn, configurationSet } = settings;
  const command = new SendEmailCommand({
    FromEmailAddress: from,
    FromEmailAddressIdentityArn: identityArn,
    ConfigurationSetName: configurationSet,
    Destination: { ToAddresses: [to] },
    Content: { Simple: { Subject: content(subject), Body: { Text: content(body) } } },
  });
  await ses.send(command).catch((cause: Error) => {
    process.stderr.write(`${JSON.stringify({ level: 'ERROR', message: 'mail-not-sent', error: cause.name })}\n`);
    throw new Error('The code could not be sent.');
  });
}

const content = (Data: string) => ({ Charset: 'UTF-8', Data });
