// What the audit must make of a change of one member: the row that covers it, at the object that was changed.
import { ROWS, type Row } from '../harness/registry.js';
import type { Mutation } from './mutate.js';
import type { Names } from './objects.js';

/** Rule and setting of the one finding. */
export type Expected = readonly [rule: string, setting: string];

/** Members whose first appearance makes a block or an object: that it is there is the change. */
const MAKES: readonly (readonly [made: 'block' | 'object', member: RegExp, ...Expected])[] = [
  ['block', /\.DeviceConfiguration\./, 'drift/changed', 'devices.remember'],
  ['block', /\.DcrConfiguration\./, 'drift/changed', 'dynamicRegistration.enabled'],
  ['block', /\.EmailMfaConfiguration\./, 'drift/changed', 'mfa.email'],
  ['object', /^SetRiskConfiguration\./, 'drift/extra', 'risk.KEY'],
  ['object', /^SetUICustomization\./, 'drift/extra', 'hostedUi.KEY'],
];

/** Changes that one of another setting explains: the row of the member says so. */
const CAUSED: readonly (readonly [change: RegExp, setting: string])[] = [
  [/^SetUserPoolMfaConfig\.SmsMfaConfiguration .*"EumsSms".* → none in factors$/, 'smsSender.eumsRole'],
  // Where MFA is on, a sender is a second factor.
  [/\.SmsConfiguration\..* none → .* in totp$/, 'mfa.sms'],
];

/** Changes that change nothing, or nothing that AWS shows; said exactly, so that nothing else slips through. */
export const UNSEEN: readonly (readonly [change: RegExp, why: string])[] = [
  [/ImageFile ImageUrl "https.* → \d+ bytes in/, 'AWS shows that there is an image, never which'],
  [/UserPoolAddOns\.AdvancedSecurityMode .*none → "OFF"/, 'off is what silence means'],
  [/KeyConfiguration\.KeyType .*"AWS_OWNED_KEY" → none/, 'a key of AWS is what silence means'],
  [/IssuerConfiguration\.Type .*"ORIGINAL" → none/, 'original is what silence means'],
  [/DcrConfiguration\.EnableStatus .*none → "Disabled"/, 'disabled is what no configuration means'],
  [/DcrConfiguration\.EnableStatus .*"Enabled" → none/, 'a configuration without a status is enabled'],
  [/RecoveryMechanisms\[\]\.Priority Priority 1 → 2/, 'the order of one'],
  [/TokenValidityUnits\.(AccessToken|IdToken) .*none → "\w+"/, 'the unit of a lifetime that is not set'],
  [/TokenValidityUnits\.RefreshToken .*none → "days"/, 'days are what silence means'],
  [/PreventUserExistenceErrors .*none → "LEGACY"/, 'legacy is what silence means'],
  [/RefreshTokenRotation\.Feature .*none → "DISABLED"/, 'disabled is what silence means'],
  [/AnalyticsConfiguration\.UserDataShared .*none → false/, 'not shared is what silence means'],
  [/EumsSms\.Region .*"us-east-1" → none/, 'the Region of the pool is what silence means'],
  [/WebAuthnConfiguration\.UserVerification .*none → "preferred"/, 'preferred is what silence means'],
  [/WebAuthnConfiguration\.FactorConfiguration .*none → "SINGLE_FACTOR"/, 'a single factor is what silence means'],
];

/** As the tables name it: member, change and pool. */
export const saysOf = ({ member, says }: Mutation, pool: string): string => `${member} ${says} in ${pool}`;

/** The rows that cover a member. */
export const rowsOf = (member: string): readonly Row[] => ROWS.filter(({ field }) => field.covers.includes(member));

/** The key of the changed object in the spec. */
function keyOf({ facet }: Row, { kind, inside }: Mutation, names: Names): string {
  const keys: Readonly<Record<string, string>> = {
    attributes: inside[0] ?? '',
    clients: names.client,
    domains: names.domain,
    identityProviders: names.provider,
    resourceServers: names.resourceServer,
    groups: names.group,
    branding: names.client,
    terms: `${names.client}/terms-of-use`,
    replicas: names.replica,
  };
  return keys[facet.id] ?? (kind.what === 'client' ? names.client : 'pool');
}

/** The findings that would be right: the setting itself, or what the member makes where it was not. */
export function expectedOf(mutation: Mutation, names: Names, pool: string): Expected[] {
  const caused = CAUSED.find(([change]) => change.test(saysOf(mutation, pool)));
  if (caused) return [['drift/changed', caused[1]]];
  const rows = rowsOf(mutation.member);
  const own = rows.filter(({ name }) => rows.length === 1 || mutation.inside.includes(name));
  return own.flatMap((row) => {
    const { facet, path, name } = row;
    const key = keyOf(row, mutation, names);
    const setting = facet.kind === 'single' ? path : `${facet.id}.${key}.${name}`;
    const made = MAKES.filter(([made, member]) => mutation.makes === made && member.test(mutation.member)).map(
      ([, , rule, what]): Expected => [rule, what.replace('KEY', key)],
    );
    return made.length > 0 ? made : [['drift/changed', setting] as const];
  });
}
