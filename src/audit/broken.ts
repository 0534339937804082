// What AWS itself calls broken in its answers: no setting differs, and still nobody gets a message or reaches the sign-in page.
import type { PoolIdentity, Snapshot } from '../model/facet.js';
import type { Finding, Severity } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { addressOf, type PoolState, settingName, yamlPath } from '../model/state.js';

/** A part of a pool that AWS says does not work, or not yet. */
interface Broken {
  readonly address: string;
  readonly severity: Severity;
  /** What AWS says, as a sentence. */
  readonly message: string;
  readonly help: string;
  readonly docs: string;
}

const API = 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference';

/** The spec whose pool was read. */
interface Home {
  readonly document: SourceDocument;
  readonly identity: PoolIdentity;
  readonly desired: PoolState;
}

/** Findings about the parts of a live pool that AWS calls broken; of domains only about those that the spec declares. */
export function brokenParts(snapshot: Snapshot, { document, identity, desired }: Home): Finding[] {
  const found = [...senders(snapshot), ...domains(snapshot, desired)];
  return found.map(({ address, ...rest }) => ({
    rule: 'audit/broken',
    ...rest,
    target: document.file,
    setting: settingName(address),
    at: document.locate(yamlPath(address), 'key'),
    confidence: 'documented',
    fingerprint: `${identity.id}:audit/broken:${settingName(address)}`,
  }));
}

/** Comma-separated codes. Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolType.html */
const SMS_CODES: Readonly<Record<string, string>> = {
  InvalidSmsRoleAccessPolicyException: 'the role with which Cognito sends is not set up for it',
  SNSSandbox: 'the account is in the SMS sandbox, and only verified numbers get messages',
};

function senders({ pool }: Snapshot): Broken[] {
  if (!pool?.ok) return [];
  const { SmsConfigurationFailure: sms, EmailConfigurationFailure: mail } = pool.value;
  return [...(sms ? [smsFailure(sms)] : []), ...(mail ? [mailFailure(mail)] : [])];
}

function smsFailure(failure: string): Broken {
  const codes = failure.split(',').map((code) => code.trim());
  const words = codes.map((code) => (SMS_CODES[code] ? `${code} (${SMS_CODES[code]})` : code));
  const onlySandbox = codes.every((code) => code === 'SNSSandbox');
  return {
    address: 'smsSender',
    severity: onlySandbox ? 'warning' : 'error',
    message: `AWS says that the pool cannot send SMS messages to its users: ${words.join(', ')}.`,
    help: onlySandbox
      ? 'Move the account out of the SMS sandbox of SNS; until then, verify the numbers that need messages.'
      : 'Correct the role in smsSender: it must trust cognito-idp.amazonaws.com and allow sns:Publish.',
    docs: `${API}/API_SmsConfigurationType.html`,
  };
}

function mailFailure(failure: string): Broken {
  return {
    address: 'emailSender',
    severity: 'error',
    message: `AWS says that the pool cannot send mail: ${failure}.`,
    help: 'Look in CloudTrail for errors of cognito-idp.amazonaws.com, and correct emailSender or the SES identity.',
    docs: `${API}/API_UserPoolType.html`,
  };
}

/** What a state other than ACTIVE means. Source: DomainStatusType of the SDK. */
const DOMAIN_STATES: Readonly<Record<string, readonly [severity: Severity, meaning: string, help: string]>> = {
  CREATING: ['note', 'is still being made', 'Wait, and audit again.'],
  UPDATING: ['note', 'is still being changed', 'Wait, and audit again.'],
  DELETING: ['error', 'is being deleted', 'Somebody deletes it: find out who, and deploy it again.'],
  FAILED: ['error', 'failed', 'Check its certificate and DNS; then delete the domain and deploy it again.'],
};

function domains({ domains: listed }: Snapshot, desired: PoolState): Broken[] {
  if (!listed?.ok) return [];
  return listed.value.flatMap(({ name, item }) => {
    const address = addressOf('domains', name);
    const status = item.ok ? item.value.Status : undefined;
    if (status === undefined || status === 'ACTIVE' || !desired.entries.has(address)) return [];
    return [domainIn(status, name, address)];
  });
}

function domainIn(status: string, name: string, address: string): Broken {
  const [severity, meaning, help] = DOMAIN_STATES[status] ?? [
    'warning',
    'is in a state that is not known',
    'Look in the console.',
  ];
  const effect = severity === 'note' ? 'users may not reach it yet' : 'users cannot sign in there';
  return {
    address,
    severity,
    message: `AWS says that the domain ${name} ${meaning} (status ${status}): ${effect}.`,
    help,
    docs: `${API}/API_DomainDescriptionType.html`,
  };
}
