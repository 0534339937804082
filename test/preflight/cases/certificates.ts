import { certificatePending, denied } from '../aws.js';
import type { Case } from './case.js';

const domain = (arn: string): string => `domains:\n  auth.example.com:\n    certificate: ${arn}\n`;
const at = 'domains.auth.example.com.certificate';
export const certificates: readonly Case[] = [
  { is: 'a certificate', spec: async (seed) => domain(await seed.certificate('auth.example.com')) },
  { is: 'a wildcard', spec: async (seed) => domain(await seed.certificate('*.example.com')) },
  {
    is: 'no certificate',
    spec: () => domain('arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555'),
    finds: [`error certificate-missing ${at}`],
  },
  {
    is: 'a certificate that waits',
    answers: certificatePending,
    spec: async (seed) => domain(await seed.certificate('auth.example.com')),
    finds: [`error certificate-not-issued ${at}`],
  },
  {
    is: 'a certificate of the domain above',
    spec: async (seed) => domain(await seed.certificate('example.com')),
    finds: [`error certificate-other-domain ${at}`],
  },
  {
    is: 'a wildcard that is too short',
    spec: async (seed) => domain(await seed.certificate('*.com')),
    finds: [`error certificate-other-domain ${at}`],
  },
  {
    is: 'a certificate that ends',
    days: 340,
    spec: async (seed) => domain(await seed.certificate('auth.example.com')),
    finds: [`warning certificate-expires ${at}`],
  },
  {
    is: 'an ACM that may not be looked at',
    answers: denied('acm'),
    spec: () => domain('arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555'),
    unchecked: { [at]: /^certificate: AccessDeniedException/ },
  },
];
