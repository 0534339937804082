import { text } from '../../report/parts/literal.js';

/** What `init` fills into its templates. */
export interface PoolIdentity {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly account: string;
}

/** The first spec. The path of the schema is relative to `configs/`. */
export function exampleSpec({ id, name, region, account }: PoolIdentity): string {
  return `# yaml-language-server: $schema=../node_modules/poolward/schema/pool.schema.json
#
# One user pool. What this file does not mention is expected to be at Cognito's default, and what the live pool has
# beyond it is reported. Check it with \`npx poolward validate\`.

pool:
  # Never change the id: the Terraform addresses come from it. The name may change.
  id: ${text(id)}
  name: ${text(name)}
  region: ${region}
  account: "${account}"
  # Who signs in: customers, workforce or machines; some rules expect more of one than of another.
  audience: customers
  tier: essentials
  # Refuses to delete the pool, and with it its users, until this is turned off.
  deletionProtection: true
  tags:
    team: identity

signIn:
  # Cannot be changed once the pool exists: another choice would replace the pool.
  usernameAttributes: [email]
  caseSensitive: false
  firstFactors: [password]

passwordPolicy:
  minimumLength: 12
  requireUppercase: true
  requireLowercase: true
  requireNumbers: true
  requireSymbols: true
  # Passwords that may not be used again.
  historySize: 5
  temporaryPasswordDays: 3

mfa:
  # off, optional or required
  mode: required
  # Codes of an authenticator app.
  totp: true

accountRecovery:
  # In this order, where there are two.
  mechanisms: [email]

signUp:
  # Only administrators create users.
  selfSignUp: false
  invitationEmailSubject: Your account
  # Cognito fills in {username} and {####}, the temporary password.
  invitationEmailMessage: "Your user name is {username} and your temporary password is {####}"

verification:
  autoVerify: [email]
  # A new address takes the old one's place only once it is verified.
  beforeUpdate: [email]

# Cognito's own sender sends 50 mails a day; a production pool needs an SES identity of its own.
emailSender:
  service: ses
  identity: example.com
  from: Example <no-reply@example.com>

clients:
  # The key is the client's address: it stays, even if the client gets another name.
  web:
    authFlows: [srp]
    # Each use of a refresh token replaces it, so that a stolen one soon fails.
    refreshTokenRotation: true
    # Errors do not tell who has an account.
    preventUserExistenceErrors: true

# Known and tolerated findings, each with an owner and a reason.
accept:
  - rule: totp-only-second-factor
    owner: identity team
    reason: The service desk helps who has lost the phone.
`;
}
