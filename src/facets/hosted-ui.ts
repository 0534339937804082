import type { UICustomizationType } from '@aws-sdk/client-cognito-identity-provider';
import type { DeepPartial, WriteInputs } from '../model/facet.js';
import { FileContent } from '../model/file-content.js';
import { defineKeyedFacet } from './kit/define.js';
import { type FileValue, fileArgument, fileSchema } from './kit/file.js';
import { reference } from './kit/reference.js';

const set = (partial: DeepPartial<WriteInputs['SetUICustomization']>) =>
  ({ operation: 'SetUICustomization', partial }) as const;

/** The call replaces the style, and AWS never returns the image: a call about the CSS must carry the image too. */
function image(file: unknown): Pick<WriteInputs['SetUICustomization'], 'ImageFile'> {
  return file instanceof FileContent ? { ImageFile: file.bytes } : {};
}

export const hostedUi = defineKeyedFacet({
  id: 'hostedUi',
  title: 'Classic hosted UI',
  summary:
    'Style and logo of the classic hosted UI (managedLoginVersion 1): for all clients, and for those that differ. Needs a domain.',
  noun: 'hosted UI style',
  reads: ['hostedUi'],
  resource: 'aws_cognito_user_pool_ui_customization',
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/hosted-ui-classic-branding.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUICustomization.html',
  ],
  key: {
    doc: '`pool` for all clients that have none of their own, or the key of a client.',
    pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$',
    example: 'pool',
  },
  keyedBy: 'clients',
  closed: true,
  extra: 'warning',
  entries: ({ hostedUi }) => hostedUi,
  // An empty customization is none.
  remove: ({ id }) => ({ operation: 'SetUICustomization', input: { ClientId: id ?? 'ALL' } }),
  importId: (poolId, { id }) => `${poolId},${id ?? 'ALL'}`,
  adviseExtra: () => ({ cause: 'Made outside the code: the sign-in page does not look as the spec says.' }),
  // “A domain must be associated with this user pool.”
  needs: () => ['domains'],
  assemble: (_values, _context, key) => ({
    userPoolId: reference('aws_cognito_user_pool', 'pool', 'id'),
    ...(key !== 'pool' && { clientId: reference('aws_cognito_user_pool_client', key, 'id') }),
  }),
  fields: (f) => ({
    css: f.text({
      doc: 'CSS of the sign-in pages; only the classes that end in -customizable.',
      length: [1, 131072],
      example: '.banner-customizable { background-color: #123456; }',
      covers: ['SetUICustomization.CSS'],
      readable: 'whenSet',
      live: (style) => style.CSS || undefined,
      terraform: (css) => ({ css }),
      write: (CSS, { own }) => set({ CSS, ...image(own('image')) }),
    }),
    image: f.custom<FileValue>(fileSchema(131072))({
      doc: 'Logo of the sign-in pages: a PNG, JPEG or SVG file, its path relative to this file. AWS never returns it.',
      example: 'assets/logo.png',
      covers: ['SetUICustomization.ImageFile'],
      readable: 'whenSet',
      live: imageUrl,
      equal: () => true,
      opaque: 'AWS shows that there is an image, never which',
      // An address is no file. What AWS shows of it cannot be sent back.
      pulled: () => undefined,
      terraform: (file) => ({ imageFile: fileArgument(file) }),
      write: (file, { own }) => set({ CSS: own('css') as string | undefined, ...(file ? image(file) : {}) }),
      advise: () => ({
        convergedBy: 'fix',
        cause:
          'Changed outside the code. The provider never reads the image back, so that Terraform believes in the old one.',
        deploy: 'changes nothing: Terraform plans no change',
      }),
    }),
  }),
});

function imageUrl(style: UICustomizationType): string | undefined {
  return style.ImageUrl || undefined;
}
