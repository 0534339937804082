import { valueAt } from '../../model/state.js';
import { plainText } from '../../spec/quote.js';
import type { Check, PreflightInput, Problem } from '../check.js';
import type { Certificate, Cloud } from '../cloud.js';

/** "The default value is 30 days": Security Hub control ACM.1. */
const DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Where custom domains of Cognito look for certificates, whatever the Region of the pool. */
const REGION = 'us-east-1';

export const certificate: Check = {
  id: 'certificate',
  summary: 'The certificate of a custom domain is in us-east-1, issued, for that domain, and lasts.',
  actions: ['acm:DescribeCertificate'],
  findings: {
    'certificate-missing': { severity: ['error'], summary: 'ACM in us-east-1 has no such certificate.' },
    'certificate-not-issued': { severity: ['error'], summary: 'The certificate of a custom domain is not issued.' },
    'certificate-other-domain': { severity: ['error'], summary: 'The certificate is not for the custom domain.' },
    'certificate-expires': {
      severity: ['warning'],
      summary: 'The certificate of a custom domain ends in less than 30 days.',
    },
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html',
  ],
  needs: (input) =>
    [...input.state.entries.values()].flatMap(({ facet, key = '' }) => {
      const arn = facet === 'domains' ? valueAt(input.state, `domains/${key}.certificate`) : undefined;
      if (typeof arn !== 'string') return [];
      return [{ path: ['domains', key, 'certificate'], look: (cloud: Cloud) => look(cloud, arn, key, input) }];
    }),
};

async function look(cloud: Cloud, arn: string, domain: string, { now }: PreflightInput): Promise<readonly Problem[]> {
  const found = await cloud.certificate(REGION, arn);
  if (found === undefined) return [missing(arn)];
  if (found.status !== 'ISSUED') return [notIssued(domain, found)];
  return [...otherDomain(domain, found), ...expires(domain, found, now)];
}

function missing(arn: string): Problem {
  return {
    finding: 'certificate-missing',
    severity: 'error',
    message: `ACM in ${REGION} has no certificate ${arn.slice(arn.lastIndexOf('/') + 1)}; Cognito refuses the domain.`,
    help: `Request a certificate in ${REGION}, or correct the ARN.`,
  };
}

function notIssued(domain: string, { status }: Certificate): Problem {
  return {
    finding: 'certificate-not-issued',
    severity: 'error',
    message: `The certificate of ${domain} is ${status}, not ISSUED; Cognito refuses the domain.`,
    help:
      status === 'PENDING_VALIDATION'
        ? 'Enter the DNS records, or confirm the mail, that ACM asks for.'
        : `Request a new certificate in ${REGION}.`,
  };
}

function otherDomain(domain: string, { names }: Certificate): Problem[] {
  if (names.some((name) => covers(name.toLowerCase(), domain))) return [];
  return [
    {
      finding: 'certificate-other-domain',
      severity: 'error',
      message: `The certificate is for ${plainText(names.join(', '))}, and not for ${domain}; Cognito refuses the domain.`,
      help: `Request a certificate for ${domain} in ${REGION}.`,
    },
  ];
}

/** A wildcard stands for one label. */
function covers(name: string, domain: string): boolean {
  return name === domain || (name.startsWith('*.') && name.slice(1) === domain.slice(domain.indexOf('.')));
}

function expires(domain: string, { notAfter }: Certificate, now: Date): Problem[] {
  if (notAfter === undefined || notAfter.getTime() - now.getTime() > DAYS * DAY_MS) return [];
  return [
    {
      finding: 'certificate-expires',
      severity: 'warning',
      message: `The certificate of ${domain} ends on ${notAfter.toISOString().slice(0, 10)}, in less than ${DAYS} days.`,
      help: 'Import a new one; or see why ACM has not renewed it: its DNS record must still be there.',
    },
  ];
}
