import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetEmailIdentityCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { said, unlessGone } from './errors.js';
import type { Ask } from './services.js';

const GONE = ['NotFoundException'];

export const emailIdentity: Ask<'emailIdentity'> = async (open, region, EmailIdentity) => {
  const client = await open(SESv2Client, region);
  const answer = await unlessGone(GONE, client.send(new GetEmailIdentityCommand({ EmailIdentity })));
  return answer && { verified: answer.VerifiedForSendingStatus === true, status: answer.VerificationStatus };
};

export const emailsAnybody: Ask<'emailsAnybody'> = async (open, region) => {
  const { ProductionAccessEnabled } = await (await open(SESv2Client, region)).send(new GetAccountCommand({}));
  return said('ProductionAccessEnabled', ProductionAccessEnabled);
};

export const hasConfigurationSet: Ask<'hasConfigurationSet'> = async (open, region, ConfigurationSetName) => {
  const client = await open(SESv2Client, region);
  const answer = await unlessGone(GONE, client.send(new GetConfigurationSetCommand({ ConfigurationSetName })));
  return answer !== undefined;
};
