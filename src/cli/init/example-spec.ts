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
  # In this order.
  mechanisms: [email, phone]

signUp:
  # Only administrators create users.
  selfSignUp: false
  invitationEmailSubject: Your account
  # Cognito fills in {username} and {####}, the temporary password.
  invitationEmailMessage: "Your user name is {username} and your temporary password is {####}"

verification:
  autoVerify: [email]

clients:
  # The key is the client's address: it stays, even if the client gets another name.
  web:
    authFlows: [srp, refreshToken]
    callbackUrls: [https://app.example.com/callback]
    oauthFlows: [code]
    oauthScopes: [openid, email]

domains:
  # The key is the prefix of the sign-in pages' host name; nobody else may have it in this region.
  ${domainPrefix(id)}:
    managedLoginVersion: 2
`;
}

/** AWS refuses prefixes with these words: they are its own names. */
function domainPrefix(id: string): string {
  return /aws|amazon|cognito/.test(id) ? 'acme-customers-login' : `${id}-login`;
}
