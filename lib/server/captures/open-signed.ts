import 'server-only';
import { compactVerify } from 'jose';
import { z } from 'zod';
import { SIGNING_ALGORITHM, type SignedType } from '@/lib/identity/signed';
import type { ChallengeRow } from '../db/challenges-store';
import { findLiveDevice, type LiveDevice } from '../db/devices-store';
import { importPublicKey } from '../devices/public-key';
import { parseJson } from '../json';
import { done, refused, type Result } from '../result';

/**
 * Reads what the device of this challenge signed.
 *
 * @param signed a compact JWS, of which nothing is believed yet
 * @returns the payload. `device-unknown`: the device was revoked since. `challenge-unknown`:
 *   not signed by that device, or as something else. `invalid-request`: signed, but of another
 *   shape.
 */
export async function openSigned<S extends z.ZodType>(
  { deviceId }: Pick<ChallengeRow, 'deviceId'>,
  signed: string,
  typ: SignedType,
  schema: S,
): Promise<Result<z.output<S>>> {
  const device = deviceId && (await findLiveDevice(deviceId));
  if (!device) return refused('device-unknown');
  const payload = await verified(signed, typ, device);
  if (!payload) return refused('challenge-unknown');
  const json = parseJson(payload);
  const parsed = schema.safeParse(json.ok ? json.value : undefined);
  return parsed.success ? done(parsed.data) : refused('invalid-request');
}

/** @returns the payload's bytes, if the signature is the device's own and means this. */
async function verified(
  signed: string,
  typ: SignedType,
  { id, publicKey }: LiveDevice,
): Promise<Uint8Array | undefined> {
  const key = await importPublicKey(publicKey);
  if (!key) return undefined;
  try {
    const { payload, protectedHeader } = await compactVerify(signed, key, {
      algorithms: [SIGNING_ALGORITHM],
    });
    return headerOf(typ, id).safeParse(protectedHeader).success ? payload : undefined;
  } catch {
    return undefined;
  }
}

/** Exactly these three: no `crit`, no key of the sender's own choice. */
function headerOf(typ: SignedType, kid: string) {
  return z.strictObject({
    alg: z.literal(SIGNING_ALGORITHM),
    typ: z.literal(typ),
    kid: z.literal(kid),
  });
}
