import { identityName, mailAddress } from '../../facets/kit/ses-identity.js';
import { plainText } from '../../spec/quote.js';
import { api, guide } from '../kit/pages.js';
import type { RefusalRule } from '../kit/pool-rule.js';
import { section } from '../kit/resolved.js';
import { yaml } from '../kit/yaml.js';

export const sesDomainNeedsFrom: RefusalRule = {
  id: 'ses-domain-needs-from',
  kind: 'refusal',
  severity: 'error',
  confidence: 'documented',
  summary: 'An SES identity that is a domain needs a From address in that domain.',
  why:
    'A domain is no address to send from, and SES sends only from addresses of the identity that it verified: every ' +
    'mail of the pool, codes and invitations included, would be refused.',
  references: [
    guide('user-pool-email'),
    api('EmailConfigurationType'),
    'https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html',
  ],
  sets: ['recommended'],
  examples: {
    valid: [
      yaml`
        emailSender:
          service: ses
          identity: example.com
          from: Example <no-reply@mail.example.com>
      `,
      yaml`
        emailSender:
          service: ses
          identity: no-reply@example.com
      `,
    ],
    invalid: [
      yaml`
        emailSender:
          service: ses
          identity: example.com
      `,
      yaml`
        emailSender:
          service: ses
          identity: arn:aws:ses:eu-west-1:123456789012:identity/example.com
          from: Example <no-reply@example.org>
      `,
    ],
  },
  *check(input) {
    const { service, identity, from } = section(input, 'emailSender');
    const name = identity === undefined ? undefined : identityName(identity).toLowerCase();
    if (service !== 'ses' || name === undefined || name.includes('@')) return;
    const domain = from && domainOf(from);
    if (domain !== undefined && `.${domain}`.endsWith(`.${name}`)) return;
    const wrong = domain === undefined ? 'emailSender.from is missing' : `emailSender.from is at ${plainText(domain)}`;
    yield {
      path: ['emailSender', from === undefined ? 'identity' : 'from'],
      message: `The SES identity is the domain ${plainText(name)} but ${wrong}; SES sends only from addresses in the domain that it verified.`,
      help: `Write emailSender.from: an address at ${plainText(name)}, such as no-reply@${plainText(name)}.`,
    };
  },
};

/** The domain of `a@b.c` or `Name <a@b.c>`. */
function domainOf(from: string): string {
  const address = mailAddress(from);
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
