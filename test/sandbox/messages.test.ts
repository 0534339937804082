import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { installedEngines } from '../../src/cli/engines.js';
import { EXIT } from '../../src/cli/exit.js';
import { run } from '../../src/cli/run.js';
import { emptyPool, type Purpose } from '../../src/sandbox/index.js';
import { masked } from '../../src/sandbox/messages/message.js';
import { textFor } from '../../src/sandbox/messages/texts.js';
import { fakeIo } from '../cli/fake-io.js';
import { signIn } from './signing-in.js';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'poolward-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

describe('a file of messages', () => {
  it('has each of them, at once, for nobody else', async () => {
    const messagesFile = join(await folder(), 'codes.jsonl');
    const attributes = { email: 'ann@example.com', email_verified: 'true' };
    const s = await signIn({ user: { attributes }, options: { messagesFile } });
    for (const _ of [1, 2]) await s.call('ForgotPassword', { ClientId: s.clientId, Username: 'ann' });
    const lines = (await readFile(messagesFile, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      s.sandbox.messages.map((message) => ({ ...message, at: message.at.toISOString() })),
    );
    expect((await stat(messagesFile)).mode & 0o777).toBe(0o600);
  });

  it('is asked for on the command line, and must be writable', async () => {
    const cwd = await folder();
    const controller = new AbortController();
    const io = { ...fakeIo({}, { signal: controller.signal }), cwd };
    const out = (text: string) => {
      if (text.startsWith('http')) controller.abort();
    };
    expect(await run(['sandbox', '--messages', 'codes.jsonl'], { ...io, out }, installedEngines)).toBe(130);
    expect(await readFile(join(cwd, 'codes.jsonl'), 'utf8')).toBe('');
    const fresh = fakeIo();
    const code = await run(['sandbox', '--messages', 'no/codes.jsonl'], { ...fresh, cwd }, installedEngines);
    expect(code).toBe(EXIT.unusable);
    expect(fresh.stderr()).toContain('no/codes.jsonl cannot be written');
  });
});

describe('the text of a message', () => {
  const pool = emptyPool(
    {
      VerificationMessageTemplate: {
        DefaultEmailOption: 'CONFIRM_WITH_LINK',
        EmailMessageByLink: 'Please {##click##}',
        EmailMessage: 'code {####}',
        SmsMessage: 'sms {####}',
      },
      SmsAuthenticationMessage: 'mfa {####}',
    },
    { sms: true, email: { Message: 'mail {####}', Subject: 'Hello' } },
  );
  const bare = emptyPool({}, { sms: true });
  const values = { code: '123456', userName: 'ann' };

  it.each<[Purpose, 'EMAIL' | 'SMS', string, string]>([
    ['signUp', 'EMAIL', 'Please click (code 123456)', 'Your verification code is 123456'],
    ['signUp', 'SMS', 'sms 123456', 'Your verification code is 123456'],
    ['resetPassword', 'EMAIL', 'code 123456', 'Your password reset code is 123456'],
    ['mfa', 'EMAIL', 'mail 123456', 'Your authentication code is 123456'],
    ['mfa', 'SMS', 'mfa 123456', 'Your authentication code is 123456'],
    ['signIn', 'SMS', 'mfa 123456', 'Your authentication code is 123456'],
    [
      'invitation',
      'EMAIL',
      'Your username is ann and temporary password is 123456',
      'Your username is ann and temporary password is 123456',
    ],
  ])('is the pool\u2019s, or AWS\u2019s own: %s by %s', (purpose, medium, own, standard) => {
    expect(textFor(pool, purpose, medium, values).text).toBe(own);
    expect(textFor(bare, purpose, medium, values).text).toBe(standard);
  });

  it.each([
    ['EMAIL', 'ann@example.com', 'a***@e***'],
    ['SMS', '+15550123456', '+*******3456'],
    ['SMS', '+491701234', '+*****1234'],
  ] as const)('shows %s %s as %s', (medium, address, shown) => {
    expect(masked(medium, address)).toBe(shown);
  });
});
