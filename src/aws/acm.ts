import { ACMClient, DescribeCertificateCommand } from '@aws-sdk/client-acm';
import { said, unlessGone } from './errors.js';
import type { Ask } from './services.js';

const GONE = ['ResourceNotFoundException'];

export const certificate: Ask<'certificate'> = async (open, region, CertificateArn) => {
  const client = await open(ACMClient, region);
  const answer = await unlessGone(GONE, client.send(new DescribeCertificateCommand({ CertificateArn })));
  if (answer === undefined) return undefined;
  const { Status, DomainName, SubjectAlternativeNames = [], NotAfter } = answer.Certificate ?? {};
  const names = [DomainName, ...SubjectAlternativeNames].filter((name) => name !== undefined);
  return { status: said('Status', Status), names: [...new Set(names)], notAfter: NotAfter };
};
