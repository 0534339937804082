import type { ChangeContext, DeepPartial, Raw, TerraformContext, WriteInputs } from '../model/facet.js';
import { defineFacet } from './kit/define.js';
import { off } from './kit/stronger.js';

const GUIDE =
  'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html';

/** Not AWS's words: AWS says never by having no DeviceConfiguration at all. */
const REMEMBER = { never: 'never', always: 'always', onRequest: 'onRequest' } as const;

const update = (DeviceConfiguration: DeepPartial<WriteInputs['UpdateUserPool']>['DeviceConfiguration']) =>
  ({ operation: 'UpdateUserPool', partial: { DeviceConfiguration } }) as const;

/** A configuration that is there remembers devices, even where every member of it is false. */
function remembered({ pool }: Raw<'pool'>): string {
  if (!pool.DeviceConfiguration) return REMEMBER.never;
  return pool.DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt ? REMEMBER.onRequest : REMEMBER.always;
}

/** Without a configuration nothing is challenged, so this difference follows from the other. */
function followsRemember(context: ChangeContext): string | undefined {
  const never = [context.desiredAt('devices.remember'), context.liveAt('devices.remember')].includes('never');
  return context.changed('devices.remember') && never ? 'devices.remember' : undefined;
}

const isKept = ({ own }: TerraformContext): boolean => own('remember') !== 'never';

export const devices = defineFacet({
  id: 'devices',
  title: 'Devices',
  summary:
    'Whether Cognito remembers the devices of users, and whether a remembered one stands in for the second factor.',
  reads: ['pool'],
  resource: 'aws_cognito_user_pool',
  references: [
    GUIDE,
    'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeviceConfigurationType.html',
  ],
  silence: 'recorded: DeviceConfiguration is absent where nobody set it (cdk-real-drift)',
  fields: (f) => ({
    remember: f.oneOf(REMEMBER, {
      doc: 'Whether devices are remembered: never, always once confirmed, or when the user asks for it.',
      default: 'never',
      example: 'always',
      covers: ['CreateUserPool.DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt'],
      readable: 'whenSet',
      live: remembered,
      terraform: (remember) =>
        remember === REMEMBER.never
          ? {}
          : { deviceConfiguration: { deviceOnlyRememberedOnUserPrompt: remember === REMEMBER.onRequest } },
      write: (remember = REMEMBER.never, { own }) =>
        remember === REMEMBER.never
          ? update(undefined)
          : update({
              DeviceOnlyRememberedOnUserPrompt: remember === REMEMBER.onRequest,
              ChallengeRequiredOnNewDevice: own('replacesSecondFactor') === true,
            }),
      severity: 'error',
    }),
    replacesSecondFactor: f.boolean({
      doc: 'Whether a remembered device signs in by itself instead of a code by SMS or from an authenticator app. AWS calls it ChallengeRequiredOnNewDevice.',
      default: false,
      covers: ['CreateUserPool.DeviceConfiguration.ChallengeRequiredOnNewDevice'],
      readable: 'whenSet',
      live: ({ pool }) => pool.DeviceConfiguration?.ChallengeRequiredOnNewDevice,
      terraform: (challengeRequiredOnNewDevice, context) =>
        isKept(context) ? { deviceConfiguration: { challengeRequiredOnNewDevice } } : {},
      write: (on, context) => (isKept(context) ? update({ ChallengeRequiredOnNewDevice: on ?? false }) : []),
      derivedFrom: followsRemember,
      severity: 'error',
      stronger: off,
    }),
  }),
});
