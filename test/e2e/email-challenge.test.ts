// A stack with an e-mail challenge and a restoring function, deployed by Terraform; then people sign in: the sandbox calls
// the functions that were deployed, SES (moto) takes the mails, and the codes are read from these.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from 'cognito-srp-helper';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Moto, startMoto } from '../../src/demo/moto.js';
import type { RealParts } from '../../src/demo/parts.js';
import { runProgram } from '../../src/demo/process.js';
import { makeProject, type Project } from '../../src/demo/project.js';
import { type Sandbox, type SeededUser, startSandbox } from '../../src/sandbox/index.js';
import { BINARY, ensureBuilt, ROOT } from '../harness/built.js';
import { REAL } from '../harness/parts.js';
import { type DeployedFunctions, deployedFunctions } from './deployed-functions.js';
import { signed } from './moto-functions.js';

const REGION = 'eu-west-1';
const PASSWORD = 'Correct-horse-7';

/** The example, with an authenticator app beside the code, and what brings it back. */
const SPEC = `${readFileSync(join(ROOT, 'configs/email-challenge.yaml'), 'utf8').replace('mode: off', 'mode: optional\n  totp: true')}
groups:
  break-glass:

userMfa:
  factors: [totp]
  preferred: totp
  overrides:
    - group: break-glass
      factors: []
  restoreAfterReset: true

accept:
  - { rule: totp-only-second-factor, owner: tests, reason: The code is the other factor., expires: "2099-12-31" }
`;

describe.skipIf(REAL.missing !== undefined)(
  `an e-mail challenge${REAL.missing ? ` [${REAL.missing}]` : ''}`,
  { timeout: 60_000 },
  () => {
    let sandbox: Sandbox;
    let moto: Moto;
    /** SES by itself: moto tells what it was sent only as long as it has no functions to tell of. */
    let post: Moto;
    let project: Project;
    let functions: DeployedFunctions;
    let client: sdk.CognitoIdentityProviderClient;
    let poolId: string;
    let clientId: string;

    beforeAll(async () => {
      ensureBuilt();
      const { mirror, moto: program } = REAL.parts as RealParts;
      [moto, post] = await Promise.all([startMoto(program), startMoto(program)]);
      sandbox = await startSandbox({ invoke: (arn, event) => functions.invoke(arn, event) });
      project = makeProject('unused', process.env);
      const mirrored = `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
      project.write('terraformrc', mirrored);
      project.write('configs/email-challenge.yaml', SPEC);
      const env = {
        ...project.env(sandbox.url, moto.url),
        TF_CLI_CONFIG_FILE: join(project.folder, 'terraformrc'),
        AWS_REGION: REGION,
        AWS_ENDPOINT_URL_SESV2: post.url,
      };
      functions = deployedFunctions(moto.url, env);
      const stack = join(project.folder, 'cdktf.out/stacks/email-challenge');
      const run = async (file: string, args: readonly string[], cwd: string) => {
        const { code, stdout, stderr } = await runProgram(file, args, { cwd, env });
        if (code !== 0) throw new Error(`${file} ${args.join(' ')}: ${stdout}${stderr}`);
        return stdout;
      };
      await run(process.execPath, [BINARY, 'synth'], project.folder);
      await run('terraform', ['init', '-input=false', '-no-color'], stack);
      await run('terraform', ['apply', '-auto-approve', '-input=false', '-no-color'], stack);
      await run('terraform', ['plan', '-detailed-exitcode', '-input=false', '-no-color'], stack);
      const outputs = JSON.parse(await run('terraform', ['output', '-json'], stack));
      poolId = outputs.userPoolId.value;
      clientId = outputs.clientIds.value.web;
      await ses('/v2/email/identities', { EmailIdentity: 'example.com' });
      client = new sdk.CognitoIdentityProviderClient({
        endpoint: sandbox.url,
        region: REGION,
        credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
        maxAttempts: 1,
      });
    }, 240_000);

    afterAll(async () => {
      client?.destroy();
      await functions?.close();
      moto?.close();
      post?.close();
      await sandbox?.close();
      project?.remove();
    });

    /** Poolward itself, in the project. */
    async function poolward(...args: readonly string[]): Promise<string> {
      const env = { ...project.env(sandbox.url, moto.url), AWS_REGION: REGION };
      const { code, stdout, stderr } = await runProgram(process.execPath, [BINARY, ...args], {
        cwd: project.folder,
        env,
      });
      expect({ code, stderr: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, stderr: '' });
      return stdout;
    }

    async function ses(path: string, body: object): Promise<void> {
      const answer = await fetch(post.url + path, {
        method: 'POST',
        headers: { ...signed(REGION, 'ses'), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(answer.status, await answer.text()).toBe(200);
    }

    interface Mail {
      readonly source: string;
      readonly subject: string;
      readonly body: string;
      readonly destinations: { readonly ToAddresses: readonly string[] };
    }

    /** All mails that SES took for an address. */
    async function mailsTo(address: string): Promise<readonly Mail[]> {
      const data = (await (await fetch(`${post.url}/moto-api/data.json`)).json()) as { ses?: { Message?: Mail[] } };
      return (data.ses?.Message ?? []).filter(({ destinations }) => JSON.stringify(destinations).includes(address));
    }

    async function codeFor(address: string): Promise<string> {
      return /\d{7}/.exec((await mailsTo(address)).at(-1)?.body ?? '')?.[0] ?? 'no code';
    }

    let users = 0;
    /** A user of his own for a test. */
    function someone(user: SeededUser = {}): string {
      const address = `user-${++users}@example.net`;
      const attributes = { email: address, email_verified: 'true', ...user.attributes };
      sandbox.seedUsers(poolId, [{ password: PASSWORD, ...user, attributes }]);
      return address;
    }

    /** Up to what follows the password. */
    async function signIn(name: string, password = PASSWORD) {
      const srp = createSrpSession(name, password, poolId, false);
      const start = {
        ClientId: clientId,
        AuthFlow: 'CUSTOM_AUTH' as const,
        AuthParameters: { CHALLENGE_NAME: 'SRP_A', USERNAME: name },
      };
      const asked = await client.send(new sdk.InitiateAuthCommand(wrapInitiateAuth(srp, start)));
      expect(asked.ChallengeName).toBe('PASSWORD_VERIFIER');
      const responses = {
        ClientId: clientId,
        ChallengeName: 'PASSWORD_VERIFIER' as const,
        ChallengeResponses: { USERNAME: asked.ChallengeParameters?.['USER_ID_FOR_SRP'] ?? '' },
      };
      const proof = wrapAuthChallenge(signSrpSession(srp, asked as Parameters<typeof signSrpSession>[1]), responses);
      return client.send(new sdk.RespondToAuthChallengeCommand({ ...proof, Session: asked.Session }));
    }

    type Asked = Awaited<ReturnType<typeof signIn>>;

    const answer = (asked: Asked, ANSWER: string) =>
      client.send(
        new sdk.RespondToAuthChallengeCommand({
          ClientId: clientId,
          ChallengeName: asked.ChallengeName,
          Session: asked.Session,
          ChallengeResponses: { USERNAME: asked.ChallengeParameters?.['USERNAME'] ?? '', ANSWER },
        }),
      );

    const refused = (promise: Promise<unknown>): Promise<string> =>
      promise.then(
        () => 'not refused',
        ({ name, message }: Error) => `${name}: ${message}`,
      );

    const WRONG = 'NotAuthorizedException: Incorrect username or password.';

    it('audits clean, and is pulled as a spec that validates', async () => {
      const report = JSON.parse(await poolward('audit', 'configs/email-challenge.yaml', '--format', 'json'));
      const findings = report.findings.filter(({ status }: { status: string }) => status !== 'accepted');
      expect([findings, report.coverage.unchecked]).toEqual([[], []]);
      const pulled = await poolward('pull', poolId, '--id', 'pulled');
      expect(pulled).toContain(
        'defineAuthChallenge: arn:aws:lambda:eu-west-1:123456789012:function:poolward-email-challenge-define-auth-challenge',
      );
      project.write('pulled.yaml', pulled);
      await poolward('validate', 'pulled.yaml', '--severity', 'error');
    });

    it('lets in who has the password and the code of the mail', async () => {
      const ada = someone();
      const asked = await signIn(ada);
      expect(asked).toMatchObject({
        ChallengeName: 'CUSTOM_CHALLENGE',
        ChallengeParameters: { challenge: 'EMAIL_CODE', codeLength: '7', attemptsLeft: '3' },
      });
      expect(await mailsTo(ada)).toMatchObject([
        { source: 'Example <no-reply@example.com>', subject: 'Your sign-in code' },
      ]);
      const { AuthenticationResult: tokens } = await answer(asked, await codeFor(ada));
      expect(tokens?.AccessToken).toBeDefined();
    });

    it('shows a client nothing of the code', async () => {
      const ada = someone();
      const asked = await signIn(ada);
      const code = await codeFor(ada);
      expect(code).toMatch(/^\d{7}$/);
      expect(JSON.stringify(asked)).not.toContain(code);
      expect(Object.keys(asked.ChallengeParameters ?? {}).sort()).toEqual(
        ['USERNAME', 'attemptsLeft', 'challenge', 'codeLength', 'expiresAt'].sort(),
      );
    });

    it.each([
      ['it', 'Il tuo codice di accesso'],
      ['de-CH', 'Ihr Anmeldecode'],
      ['ja', 'サインイン用の確認コード'],
    ])('mails a user whose locale is %s in that language', async (locale, subject) => {
      const ada = someone({ attributes: { locale } });
      await signIn(ada);
      expect((await mailsTo(ada)).map((mail) => mail.subject)).toEqual([subject]);
    });

    it('takes three answers to one mail, and the right one last', async () => {
      const ada = someone();
      let asked = await signIn(ada);
      for (const left of ['2', '1']) {
        asked = await answer(asked, '0');
        expect(asked.ChallengeParameters?.['attemptsLeft']).toBe(left);
      }
      expect((await answer(asked, await codeFor(ada))).AuthenticationResult).toBeDefined();
      expect(await mailsTo(ada)).toHaveLength(1);
    });

    it('lets nobody in after three wrong answers, and mails no more', async () => {
      const ada = someone();
      const first = await answer(await signIn(ada), '0');
      const second = await answer(first, '0');
      expect(await refused(answer(second, '0'))).toBe(WRONG);
      expect(await refused(answer(second, await codeFor(ada)))).toMatch(/^NotAuthorizedException/);
      expect(await mailsTo(ada)).toHaveLength(1);
    });

    it('takes no code of an earlier sign-in', async () => {
      const ada = someone();
      await signIn(ada);
      const old = await codeFor(ada);
      const asked = await signIn(ada);
      expect(await codeFor(ada)).not.toBe(old);
      expect((await answer(asked, old)).ChallengeName).toBe('CUSTOM_CHALLENGE');
    });

    it('takes no code after its end', async () => {
      const ada = someone();
      const asked = await signIn(ada);
      functions.later(5 * 60_000);
      expect(await refused(answer(asked, await codeFor(ada)))).toBe(WRONG);
      functions.later(-5 * 60_000);
    });

    it('refuses who has no password, or is nobody, in the same words, and mails nothing', async () => {
      const ada = someone();
      const [wrong, nobody] = [
        await refused(signIn(ada, 'Wrong-horse-7')),
        await refused(signIn('nobody@example.net')),
      ];
      expect([wrong, nobody]).toEqual([WRONG, WRONG]);
      expect([...(await mailsTo(ada)), ...(await mailsTo('nobody@example.net'))]).toEqual([]);
    });

    it('refuses who has no verified address in the words for a wrong password, and mails nothing', async () => {
      const ada = someone({ attributes: { email_verified: 'false' } });
      expect(await refused(signIn(ada))).toBe(WRONG);
      expect(await mailsTo(ada)).toEqual([]);
    });

    it('asks for the password first, whatever the client begins with', async () => {
      const ada = someone();
      const start = { ClientId: clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: ada } } as const;
      expect(await refused(client.send(new sdk.InitiateAuthCommand(start)))).toBe(WRONG);
      const other = { ...start, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: ada, SRP_A: 'aa' } } as const;
      expect(await refused(client.send(new sdk.InitiateAuthCommand(other)))).toMatch(/USER_SRP_AUTH is not enabled/);
    });

    it('says so where the mail cannot be sent, without a word of SES', async () => {
      const ada = someone({ attributes: { email: 'no-address' } });
      const sub = [...sandbox.peek(poolId).users.values()].at(-1)?.username ?? ada;
      expect(await refused(signIn(sub))).toBe(
        'UserLambdaValidationException: CreateAuthChallenge failed with error The code could not be sent..',
      );
    });

    describe('a new password', () => {
      const factors = async (Username: string) => {
        const command = new sdk.AdminGetUserAuthFactorsCommand({ UserPoolId: poolId, Username });
        const { UserMFASettingList: enabled = [], PreferredMfaSetting: preferred } = await client.send(command);
        return { enabled, preferred };
      };
      const off = (Username: string) =>
        client.send(
          new sdk.AdminSetUserMFAPreferenceCommand({
            UserPoolId: poolId,
            Username,
            SoftwareTokenMfaSettings: { Enabled: false },
          }),
        );
      const withApp = { totpSecret: 'JBSWY3DPEHPK3PXP', settings: ['SOFTWARE_TOKEN_MFA'] };

      async function reset(name: string): Promise<void> {
        await client.send(new sdk.ForgotPasswordCommand({ ClientId: clientId, Username: name }));
        const ConfirmationCode = sandbox.messages.at(-1)?.code ?? '';
        const confirmed = { ClientId: clientId, Username: name, ConfirmationCode, Password: `${PASSWORD}8` };
        await client.send(new sdk.ConfirmForgotPasswordCommand(confirmed));
      }

      it('brings back the factor that was suspended for it', async () => {
        const ada = someone(withApp);
        await off(ada);
        expect(await factors(ada)).toEqual({ enabled: [], preferred: undefined });
        await reset(ada);
        expect(functions.calls.at(-1)).toBe('restore-mfa');
        expect(await factors(ada)).toEqual({ enabled: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' });
      });

      it('changes nothing of a user without an app, nor of one who is to have no factor', async () => {
        const [ada, glass] = [someone(), someone({ ...withApp, groups: ['break-glass'] })];
        await off(glass);
        for (const name of [ada, glass]) {
          await reset(name);
          expect(await factors(name)).toEqual({ enabled: [], preferred: undefined });
        }
      });

      it('is set though MFA cannot be restored', async () => {
        const ada = someone(withApp);
        await off(ada);
        const error = { type: 'AccessDeniedException', message: `not allowed for ${ada}`, status: 400 };
        sandbox.inject([{ operation: 'AdminSetUserMFAPreference', error }]);
        await reset(ada);
        sandbox.inject([]);
        expect(await factors(ada)).toEqual({ enabled: [], preferred: undefined });
        expect(functions.logs()).toContain('"mfa-not-restored","error":"AccessDeniedException"');
      });
    });

    it('left nothing personal in the logs, and no code', async () => {
      const codes = await Promise.all(
        Array.from({ length: users }, (_, one) => codeFor(`user-${one + 1}@example.net`)),
      );
      expect(functions.logs()).toContain('mail-not-sent');
      for (const secret of [...codes.filter((code) => code !== 'no code'), '@', PASSWORD, poolId])
        expect(functions.logs()).not.toContain(secret);
    });
  },
);
