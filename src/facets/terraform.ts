import { defineFacet } from './kit/define.js';
import { on } from './kit/stronger.js';

/** Terraform's own backends; `cloud` is not one of them. Source: https://developer.hashicorp.com/terraform/language/backend */
const BACKENDS = ['local', 's3', 'azurerm', 'gcs', 'http', 'pg', 'consul', 'kubernetes', 'oss', 'cos', 'remote'];

/**
 * Terraform reads the settings of a backend literally, in JSON; OpenTofu evaluates them, and cdktf looks for its tokens. A
 * text that any of them would work out is refused. Source: https://opentofu.org/docs/language/settings/backends/configuration
 */
const PLAIN = { pattern: '^(?![\\s\\S]*([$%]\\{|\\{TfToken\\[))', 'x-says': 'a text without ${ and %{' };
const SETTING = { ...PLAIN, items: PLAIN, additionalProperties: { ...PLAIN, items: PLAIN }, propertyNames: PLAIN };

export const terraform = defineFacet({
  id: 'terraform',
  title: 'Terraform',
  summary: 'How the stack is deployed. Nothing here is a setting of the pool.',
  reads: [],
  resource: undefined,
  references: ['https://developer.hashicorp.com/terraform/language/backend'],
  fields: (f) => ({
    providerVersion: f.text({
      doc: 'Version constraint of hashicorp/aws. The default admits every version that knows the arguments used here.',
      pattern: '^[0-9.,<>=!~ a-z-]+$',
      says: 'a Terraform version constraint such as ~> 6.0',
      default: '>= 5.98.0, < 7.0.0',
      covers: [],
    }),
    preventDestroy: f.boolean({
      doc: 'Whether Terraform refuses plans that destroy the pool. It does not protect from the console, from `terraform state rm`, or once the pool is gone from the code; deletionProtection does.',
      default: true,
      covers: [],
      stronger: on,
    }),
    leaveOut: f.set({
      doc: 'Settings that Terraform is not told. `poolward pull` lists here what the live pool never had set, because Terraform would plan to set the default: clients.accessTokenValidity counts where the spec is silent about it. And what Terraform takes only when it makes an object, of each that was imported: clients.web.secret counts whatever the spec says, as long as it has pool.userPoolId.',
      items: {
        pattern: '^[a-z][A-Za-z]*\\.(.+\\.)?[a-z][A-Za-z]*$',
        says: 'a section and a setting, such as clients.accessTokenValidity, with an object between them or not',
      },
      default: [],
      example: ['clients.accessTokenValidity'],
      covers: [],
    }),
    backend: f.custom<Readonly<Record<string, Readonly<Record<string, unknown>>>>>({
      type: 'object',
      minProperties: 1,
      maxProperties: 1,
      additionalProperties: false,
      properties: Object.fromEntries(
        BACKENDS.map((name) => [name, { type: 'object', additionalProperties: SETTING, propertyNames: PLAIN }]),
      ),
    })({
      doc: 'Where the state is kept, as in a backend block: the kind and its arguments. Terraform’s state holds client secrets: encrypt it, and let few read it.',
      default: { local: {} },
      example: { s3: { bucket: 'acme-terraform', key: 'acme-customers.tfstate', region: 'eu-west-1' } },
      covers: [],
    }),
  }),
});
