import type { Controls } from '../model/rule.js';
import { type Text, web } from './page.js';

/** Source: https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html */
const SECURITY_HUB: Readonly<Record<string, string>> = {
  'Cognito.1': 'threat protection with full function enforcement for standard authentication',
  'Cognito.2': 'identity pools without unauthenticated identities',
  'Cognito.3': 'password policies with strong configurations',
  'Cognito.4': 'threat protection with full function enforcement for custom authentication',
  'Cognito.5': 'MFA enabled',
  'Cognito.6': 'deletion protection enabled',
};

/** Source: https://github.com/usnistgov/oscal-content/blob/main/nist.gov/SP800-53/rev5/json/NIST_SP-800-53_rev5_HIGH-baseline-resolved-profile_catalog.json */
const NIST: Readonly<Record<string, string>> = {
  'AC-2': 'Account Management',
  'AC-2(3)': 'Disable Accounts',
  'AC-2(12)': 'Account Monitoring for Atypical Usage',
  'AC-3': 'Access Enforcement',
  'AC-4': 'Information Flow Enforcement',
  'AC-5': 'Separation of Duties',
  'AC-6': 'Least Privilege',
  'AC-7': 'Unsuccessful Logon Attempts',
  'AC-10': 'Concurrent Session Control',
  'AC-11': 'Device Lock',
  'AC-12': 'Session Termination',
  'AC-14': 'Permitted Actions Without Identification or Authentication',
  'AC-17': 'Remote Access',
  'AU-2': 'Event Logging',
  'AU-3': 'Content of Audit Records',
  'AU-6': 'Audit Record Review, Analysis, and Reporting',
  'AU-11': 'Audit Record Retention',
  'AU-12': 'Audit Record Generation',
  'CA-7': 'Continuous Monitoring',
  'CM-2': 'Baseline Configuration',
  'CM-3': 'Configuration Change Control',
  'CM-5': 'Access Restrictions for Change',
  'CM-6': 'Configuration Settings',
  'CM-7': 'Least Functionality',
  'CM-8': 'System Component Inventory',
  'CP-9': 'System Backup',
  'CP-10': 'System Recovery and Reconstitution',
  'IA-2': 'Identification and Authentication (Organizational Users)',
  'IA-2(1)': 'Multi-factor Authentication to Privileged Accounts',
  'IA-2(2)': 'Multi-factor Authentication to Non-privileged Accounts',
  'IA-2(8)': 'Access to Accounts — Replay Resistant',
  'IA-4': 'Identifier Management',
  'IA-5': 'Authenticator Management',
  'IA-5(1)': 'Password-based Authentication',
  'IA-5(2)': 'Public Key-based Authentication',
  'IA-5(6)': 'Protection of Authenticators',
  'IA-6': 'Authentication Feedback',
  'IA-8': 'Identification and Authentication (Non-organizational Users)',
  'IA-8(2)': 'Acceptance of External Authenticators',
  'IA-10': 'Adaptive Authentication',
  'IA-11': 'Re-authentication',
  'IA-12': 'Identity Proofing',
  'SC-5': 'Denial-of-service Protection',
  'SC-7': 'Boundary Protection',
  'SC-8': 'Transmission Confidentiality and Integrity',
  'SC-8(1)': 'Cryptographic Protection',
  'SC-12': 'Cryptographic Key Establishment and Management',
  'SC-13': 'Cryptographic Protection',
  'SC-17': 'Public Key Infrastructure Certificates',
  'SC-23': 'Session Authenticity',
  'SC-28': 'Protection of Information at Rest',
  'SC-28(1)': 'Cryptographic Protection',
  'SI-4': 'System Monitoring',
  'SI-4(5)': 'System-generated Alerts',
  'SI-10': 'Information Input Validation',
  'SI-11': 'Error Handling',
  'SA-9': 'External System Services',
};

/** Source: https://www.rfc-editor.org/rfc/rfc9700.html#toc */
const RFC_9700: Readonly<Record<string, string>> = {
  '2.1': 'Protecting Redirect-Based Flows',
  '2.1.1': 'Authorization Code Grant',
  '2.1.2': 'Implicit Grant',
  '2.2': 'Token Replay Prevention',
  '2.2.1': 'Access Tokens',
  '2.2.2': 'Refresh Tokens',
  '2.3': 'Access Token Privilege Restriction',
  '2.4': 'Resource Owner Password Credentials Grant',
  '2.5': 'Client Authentication',
  '2.6': 'Other Recommendations',
  '4.1': 'Insufficient Redirection URI Validation',
  '4.1.3': 'Insufficient Redirection URI Validation: Countermeasures',
  '4.11': 'Open Redirection',
  '4.14': 'Refresh Token Protection',
  '4.14.2': 'Refresh Token Protection: Recommendations',
};

interface Standard {
  readonly key: keyof Controls;
  readonly label: string;
  /** What a control asks for; of a standard whose text is not free, the id alone is shown. */
  readonly names: Readonly<Record<string, string>> | undefined;
  urlOf(id: string): string;
}

const STANDARDS: readonly Standard[] = [
  {
    key: 'securityHub',
    label: 'Security Hub',
    names: SECURITY_HUB,
    urlOf: (id) =>
      `https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#${id.toLowerCase().replace('.', '-')}`,
  },
  {
    key: 'nist80053',
    label: 'NIST 800-53',
    names: NIST,
    urlOf: () => 'https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final',
  },
  {
    key: 'pciDss',
    label: 'PCI DSS 4.0.1',
    names: undefined,
    urlOf: () => 'https://www.pcisecuritystandards.org/document_library/?category=pcidss',
  },
  {
    key: 'rfc9700',
    label: 'RFC 9700',
    names: RFC_9700,
    urlOf: (id) => `https://www.rfc-editor.org/rfc/rfc9700.html#section-${id}`,
  },
];

/** What published standards ask for the same, each with its name and page. */
export function controlTexts(controls: Controls): [label: string, text: Text][] {
  return STANDARDS.flatMap((standard): [string, Text][] => {
    const ids = controls[standard.key] ?? [];
    if (ids.length === 0) return [];
    return [
      [standard.label, ids.flatMap((id, index) => [...(index === 0 ? [] : ['; ']), ...controlSpans(standard, id)])],
    ];
  });
}

function controlSpans({ names, urlOf }: Standard, id: string): Exclude<Text, string> {
  const name = names?.[id];
  return [web(urlOf(id), id), ...(name === undefined ? [] : [` ${name}`])];
}

/** The ids of all controls in a few words, for a table: `Cognito.3, NIST IA-5(1)`. */
export function controlIds(controls: Controls): string {
  return controlNames(controls).join(', ');
}

/** Each control by its id and, where that does not tell, its standard: `Cognito.3`, `NIST IA-5(1)`. */
export function controlNames(controls: Controls): readonly string[] {
  const short: readonly [keyof Controls, string][] = [
    ['securityHub', ''],
    ['nist80053', 'NIST '],
    ['pciDss', 'PCI '],
    ['rfc9700', 'RFC 9700 '],
  ];
  return short.flatMap(([key, prefix]) => (controls[key] ?? []).map((id) => prefix + id));
}

/** Ids that no name is known of; a test wants none. */
export function namelessControls(controls: Controls): string[] {
  return STANDARDS.flatMap(({ key, names }) =>
    (controls[key] ?? []).filter((id) => names && !Object.hasOwn(names, id)),
  );
}
