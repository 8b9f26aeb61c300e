import 'server-only';
import type { z } from 'zod';
import type { SignedType } from '@/lib/liveness/signed';
import type { ChallengeRow } from '../db/challenges-store';
import { findLiveDevice } from '../db/devices-store';
import { parseJson } from '../json';
import { done, refused, type Result } from '../result';
import { verifySignature } from './verify-signature';

/**
 * Reads what the device of this challenge signed.
 *
 * @param signed of which nothing is believed, nor even parsed, until the signature holds
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
  const payload = await verifySignature(signed, typ, device);
  if (!payload) return refused('challenge-unknown');
  const json = parseJson(payload);
  const parsed = schema.safeParse(json.ok ? json.value : undefined);
  return parsed.success ? done(parsed.data) : refused('invalid-request');
}
