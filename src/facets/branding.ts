import { sameValue } from '../model/equality.js';
import type { DeepPartial, JsonSchema, LiveAsset, LiveBranding, WriteInputs } from '../model/facet.js';
import { FileContent } from '../model/file-content.js';
import { whole } from '../model/merge.js';
import { defineKeyedFacet } from './kit/define.js';
import { type FileValue, fileArgument, fileSchema } from './kit/file.js';
import { reference } from './kit/reference.js';

const CATEGORIES = {
  faviconIco: 'FAVICON_ICO',
  faviconSvg: 'FAVICON_SVG',
  emailGraphic: 'EMAIL_GRAPHIC',
  smsGraphic: 'SMS_GRAPHIC',
  authAppGraphic: 'AUTH_APP_GRAPHIC',
  passwordGraphic: 'PASSWORD_GRAPHIC',
  passkeyGraphic: 'PASSKEY_GRAPHIC',
  pageHeaderLogo: 'PAGE_HEADER_LOGO',
  pageHeaderBackground: 'PAGE_HEADER_BACKGROUND',
  pageFooterLogo: 'PAGE_FOOTER_LOGO',
  pageFooterBackground: 'PAGE_FOOTER_BACKGROUND',
  pageBackground: 'PAGE_BACKGROUND',
  formBackground: 'FORM_BACKGROUND',
  formLogo: 'FORM_LOGO',
  idpButtonIcon: 'IDP_BUTTON_ICON',
} as const;
const MODES = { light: 'LIGHT', dark: 'DARK', dynamic: 'DYNAMIC' } as const;
const EXTENSIONS = { ico: 'ICO', jpeg: 'JPEG', png: 'PNG', svg: 'SVG', webp: 'WEBP' } as const;

/** One image of a style, in the spec's words; a live one has the file's hash. */
export interface BrandingAsset {
  readonly category: string;
  readonly colorMode: string;
  readonly extension: string;
  readonly file?: FileValue;
  readonly resourceId?: string;
}
type Settings = Readonly<Record<string, unknown>>;

const update = (partial: DeepPartial<WriteInputs['UpdateManagedLoginBranding']>) =>
  ({ operation: 'UpdateManagedLoginBranding', partial }) as const;

const word = (of: Readonly<Record<string, string>>, aws: string | undefined): string =>
  Object.keys(of).find((key) => of[key] === aws) ?? aws ?? '';

const ASSETS: JsonSchema = {
  type: 'array',
  maxItems: 40,
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['category', 'colorMode', 'extension'],
    properties: {
      category: { type: 'string', enum: Object.keys(CATEGORIES) },
      colorMode: { type: 'string', enum: Object.keys(MODES) },
      extension: { type: 'string', enum: Object.keys(EXTENSIONS) },
      file: fileSchema(1000000),
      resourceId: { type: 'string', pattern: '^[\\w\\- ]{1,40}$', 'x-says': 'the id of an asset' },
    },
  },
};

function asset({ Category, ColorMode, Extension, Bytes, ResourceId }: LiveAsset): BrandingAsset {
  return {
    category: word(CATEGORIES, Category),
    colorMode: word(MODES, ColorMode),
    extension: word(EXTENSIONS, Extension),
    ...(Bytes && { file: Bytes }),
    ...(ResourceId && { resourceId: ResourceId }),
  };
}

const hashOf = (file: FileValue | undefined): string | undefined => (file instanceof FileContent ? file.sha256 : file);

/** AWS gives every image an id of its own: it is compared only where the spec names one instead of a file. */
function sameAsset(desired: BrandingAsset, live: BrandingAsset): boolean {
  const identity = ({ category, colorMode, extension }: BrandingAsset) => ({ category, colorMode, extension });
  if (!sameValue(identity(desired), identity(live))) return false;
  if (desired.resourceId !== undefined) return desired.resourceId === live.resourceId;
  return hashOf(desired.file) === hashOf(live.file);
}

function sameAssets(desired: readonly BrandingAsset[], live: readonly BrandingAsset[]): boolean {
  const rest = [...live];
  const found = desired.every((one) => {
    const at = rest.findIndex((other) => sameAsset(one, other));
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return found && rest.length === 0;
}

function sent({ category, colorMode, extension, file, resourceId }: BrandingAsset): object {
  return {
    Category: CATEGORIES[category as keyof typeof CATEGORIES],
    ColorMode: MODES[colorMode as keyof typeof MODES],
    Extension: EXTENSIONS[extension as keyof typeof EXTENSIONS],
    ...(file instanceof FileContent && { Bytes: file.bytes }),
    ...(resourceId && { ResourceId: resourceId }),
  };
}

/** Objects with their keys in order, so that the text does not change where nothing did. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, ordered(member)]));
}

/** With Cognito's own values nothing else counts. */
const customised = (style: LiveBranding): LiveBranding => (style.UseCognitoProvidedValues ? {} : style);

export const branding = defineKeyedFacet({
  id: 'branding',
  title: 'Managed login branding',
  summary: 'The style of managed login (managedLoginVersion 2), one a client. The provider has it since 6.12.',
  noun: 'managed login style',
  reads: ['branding'],
  resource: 'aws_cognito_managed_login_branding',
  providerSince: [6, 12, 0],
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-branding.html',
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateManagedLoginBranding.html',
  ],
  key: { doc: 'Key of the client.', pattern: '^[A-Za-z][A-Za-z0-9_-]{0,63}$', example: 'web' },
  keyedBy: 'clients',
  closed: true,
  extra: 'warning',
  entries: ({ branding }) => branding,
  remove: ({ id }) => ({ operation: 'DeleteManagedLoginBranding', input: { ManagedLoginBrandingId: id ?? '' } }),
  importId: (poolId, { id }) => `${poolId},${id}`,
  adviseExtra: () => ({ cause: 'Made outside the code: the sign-in page does not look as the spec says.' }),
  assemble: (_values, _context, key) => ({
    userPoolId: reference('aws_cognito_user_pool', 'pool', 'id'),
    clientId: reference('aws_cognito_user_pool_client', key, 'id'),
  }),
  silence: 'inferred: what DescribeManagedLoginBranding leaves out was not given',
  fields: (f) => ({
    cognitoDefaults: f.boolean({
      doc: 'Whether the style is Cognito’s own; yes where neither settings nor assets are given.',
      default: false,
      covers: ['CreateManagedLoginBranding.UseCognitoProvidedValues'],
      readable: 'whenSet',
      implied: (values) => (values['settings'] === undefined && values['assets'] === undefined ? true : undefined),
      live: (style) => style.UseCognitoProvidedValues,
      terraform: (on) => (on ? { useCognitoProvidedValues: true } : {}),
      write: (on, { own }) =>
        on
          ? update({ UseCognitoProvidedValues: true, Settings: undefined, Assets: undefined })
          : update({
              UseCognitoProvidedValues: false,
              Settings: whole((own('settings') ?? {}) as Settings) as never,
              Assets: ((own('assets') ?? []) as readonly BrandingAsset[]).map(sent) as never,
            }),
    }),
    settings: f.custom<Settings>({ type: 'object' })({
      doc: 'The settings of the style as the branding editor exports them; what is left out is Cognito’s.',
      example: { components: { pageBackground: { image: { enabled: false } } } },
      covers: ['CreateManagedLoginBranding.Settings'],
      readable: 'whenSet',
      live: (style) => nonEmpty(customised(style).Settings),
      terraform: (settings) => ({ settings: JSON.stringify(ordered(settings)) }),
      write: (settings) => update({ UseCognitoProvidedValues: false, Settings: whole(settings ?? {}) as never }),
      derivedFrom: (context) => context.sibling('cognitoDefaults'),
    }),
    assets: f.custom<readonly BrandingAsset[]>(ASSETS)({
      doc: 'Images of the style: category, colour mode, kind of file, and the file itself (its path relative to this file) or the id of one that Cognito has.',
      default: [],
      example: [{ category: 'formLogo', colorMode: 'light', extension: 'png', file: 'assets/logo.png' }],
      covers: ['Category', 'ColorMode', 'Extension', 'Bytes', 'ResourceId'].map(
        (member) => `CreateManagedLoginBranding.Assets[].${member}`,
      ),
      readable: 'whenSet',
      live: (style) => customised(style).Assets?.map(asset),
      equal: sameAssets,
      // The ids are AWS's own; the files say what the images are.
      pulled: (live) =>
        live?.map(({ resourceId, ...one }) => ({ ...one, ...(!one.file && resourceId && { resourceId }) })),
      terraform: (assets) => (assets.length > 0 ? { asset: assets.map(argument) } : {}),
      write: (assets) => update({ UseCognitoProvidedValues: false, Assets: (assets ?? []).map(sent) as never }),
      derivedFrom: (context) => context.sibling('cognitoDefaults'),
    }),
  }),
});

function argument({ category, colorMode, extension, file, resourceId }: BrandingAsset) {
  return {
    category: CATEGORIES[category as keyof typeof CATEGORIES],
    colorMode: MODES[colorMode as keyof typeof MODES],
    extension: EXTENSIONS[extension as keyof typeof EXTENSIONS],
    ...(file !== undefined && { bytes: fileArgument(file) }),
    ...(resourceId !== undefined && { resourceId }),
  };
}

function nonEmpty(settings: unknown): Settings | undefined {
  return typeof settings === 'object' && settings !== null && Object.keys(settings).length > 0
    ? (settings as Settings)
    : undefined;
}
