import { iamArn } from '../facets/kit/arn.js';
import { smsRoleName } from '../facets/sms-sender.js';
import { type PreflightInput, textAt } from './check.js';

/** The Region whose SNS sends the SMS of the pool; undefined where SNS sends none. */
export function smsRegion(input: PreflightInput): string | undefined {
  const sends =
    textAt(input, 'smsSender.role') !== undefined && textAt(input, 'triggers.customSmsSender') === undefined;
  return sends ? (textAt(input, 'smsSender.region') ?? input.identity.region) : undefined;
}

/** A role that must be there already, because the stack does not make it. */
export interface GivenRole {
  readonly setting: 'role' | 'eumsRole';
  readonly arn: string;
  readonly name: string;
  /** What Cognito does with it. */
  readonly action: string;
  readonly externalId: string | undefined;
  /** What it does it to: the number or pool that sends, where the spec names its ARN. */
  readonly resource: string;
}

/** The roles that send SMS and that the stack does not make. */
export function givenRoles(input: PreflightInput): readonly GivenRole[] {
  const created = iamArn(input.identity, `role/${smsRoleName(input.identity)}`);
  const roles = [
    { setting: 'role', id: 'externalId', action: 'sns:Publish' },
    { setting: 'eumsRole', id: 'eumsExternalId', action: 'sms-voice:SendTextMessage' },
  ] as const;
  return roles.flatMap(({ setting, id, action }) => {
    const arn = textAt(input, `smsSender.${setting}`);
    if (arn === undefined || arn === created) return [];
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    const origin = setting === 'eumsRole' ? textAt(input, 'smsSender.eumsOrigin') : undefined;
    const resource = origin?.startsWith('arn:') ? origin : '*';
    return [{ setting, arn, name, action, externalId: textAt(input, `smsSender.${id}`), resource }];
  });
}
