import type { PoolReader, PoolWriter } from '../audit/ports.js';
import { facetOf } from '../facets/index.js';
import type { PoolIdentity, Snapshot } from '../model/facet.js';
import { mergePieces } from '../model/merge.js';
import type { PoolState } from '../model/state.js';
import { terraformContext } from '../synth/context.js';
import type { MfaSwitch } from '../users/restart/restart.js';
import { FULL_CALL } from './full-call.js';
import { read } from './full-calls/snapshot.js';

/** A pool, and what the spec wants of it. */
interface Wanted {
  readonly poolId: string;
  readonly desired: PoolState;
  readonly identity: PoolIdentity;
}

/** The settings that SetUserPoolMfaConfig needs of the spec to turn MFA on without SMS. Passkeys stay as they are. */
const SETTINGS = ['mode', 'totp', 'email', 'emailSubject', 'emailMessage'];

/** Turns the MFA of a live pool off and on, with whole calls made of what is read right before each. */
export function mfaSwitch(
  wanted: Wanted,
  aws: { readonly reader: PoolReader; readonly writer: PoolWriter },
): MfaSwitch {
  const { poolId } = wanted;
  const look = (): Promise<Snapshot> => aws.reader.read({ poolId, sections: ['pool', 'mfa'], users: [] });
  const setMfa = async (input: object): Promise<void> => {
    const { WebAuthnConfiguration } = read(await look(), 'mfa');
    const whole = { UserPoolId: poolId, ...input, ...(WebAuthnConfiguration && { WebAuthnConfiguration }) };
    await aws.writer.send({ operation: 'SetUserPoolMfaConfig', input: whole });
  };
  return {
    read: async () => {
      const snapshot = await look();
      const off = read(snapshot, 'mfa').MfaConfiguration === 'OFF';
      return { off, sender: read(snapshot, 'pool').SmsConfiguration !== undefined };
    },
    turnOnWithSms: async () => {
      const snapshot = await look();
      const { SmsConfiguration } = read(snapshot, 'pool');
      const { SmsMfaConfiguration } = read(snapshot, 'mfa');
      await setMfa({ ...mfaOf(wanted), SmsMfaConfiguration: { ...SmsMfaConfiguration, SmsConfiguration } });
    },
    turnOff: () => setMfa({ MfaConfiguration: 'OFF' }),
    turnOn: () => setMfa(mfaOf(wanted)),
    removeSender: async () => {
      const { SmsConfiguration: _, ...input } = FULL_CALL.UpdateUserPool(await look(), poolId, '');
      await aws.writer.send({ operation: 'UpdateUserPool', input });
    },
  };
}

function mfaOf({ desired, identity }: Wanted): object {
  const entry = desired.entries.get('mfa');
  const context = terraformContext(desired, identity, entry);
  const pieces = SETTINGS.flatMap((name) => {
    const value = entry?.settings.get(name);
    const written = value?.kind === 'value' ? (facetOf('mfa')?.fields[name]?.write?.(value.value, context) ?? []) : [];
    return written.map(({ partial }) => partial);
  });
  return mergePieces(pieces);
}
