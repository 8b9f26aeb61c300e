import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { z } from 'zod';
import type { RegisteredDevice, registerDeviceSchema } from '@/lib/api/devices';
import type { OwnPhones } from '@/lib/api/sessions';
import { newUuid, type Uuid } from '@/lib/ids/uuid';
import { requireFreshSignIn } from './fresh-sign-in';
import { now } from '../clock';
import { findLiveDevice, findPhones, insertPhone, revokePhone } from '../db/devices-store';
import { done, refused, type Result } from '../result';
import { importPublicKey } from './public-key';

/** A phone, a tablet, a computer at home, one at work, and one to spare. */
export const PHONES_MAX = 5;

/** From now on, what this key signs is this shopper's own phone speaking. */
export async function registerPhone(
  shopper: ShopperActor,
  { publicKey, replaces }: z.output<typeof registerDeviceSchema>,
  client: string | null = null,
): Promise<Result<RegisteredDevice>> {
  const stale = requireFreshSignIn(shopper);
  if (stale) return stale;
  if (!(await importPublicKey(publicKey))) return refused('invalid-request');
  const device = { id: newUuid(), publicKey, createdAt: now(), client };
  await insertPhone(device, shopper.id, replaces, PHONES_MAX);
  return done({ id: device.id });
}

export async function listOwnPhones({ id }: Pick<ShopperActor, 'id'>): Promise<Result<OwnPhones>> {
  const rows = await findPhones(id);
  return done({
    phones: rows.map(({ addedAt, lastUsedAt, ...row }) => ({
      ...row,
      addedAt: addedAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  });
}

/** Whoever signs out lets go of the phone's key. */
export async function forgetPhone(
  { id }: ShopperActor,
  deviceId: Uuid,
): Promise<Result<undefined>> {
  return (await revokePhone(deviceId, id, now())) ? done(undefined) : refused('not-found');
}

/** @returns the device's id, when it is a live one of this shopper. */
export async function ownPhone(
  shopperId: string,
  deviceId: Uuid | undefined,
): Promise<Result<Uuid>> {
  const device = deviceId === undefined ? null : await findLiveDevice(deviceId);
  return device?.shopperId === shopperId ? done(device.id) : refused('device-unknown');
}
