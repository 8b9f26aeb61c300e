import { newKey } from '@/lib/device/key-pair';
import { findDeviceKey, forgetDeviceKey, keepDeviceKey } from '@/lib/device/key-store';
import type { RegisterDevice, RegisteredDevice } from '@/lib/api/devices';
import { request } from './request';

/**
 * After a sign-in: makes this browser one of the shopper's own phones.
 *
 * @ensures never throws. Where it fails the shopper is signed in all the same, and is asked to
 * sign in once more when it comes to a smile.
 */
export async function registerOwnPhone(): Promise<void> {
  const before = await findDeviceKey('shopper');
  const key = before.kind === 'unavailable' ? undefined : await newKey();
  if (!key) return;
  const answer = await request<RegisteredDevice>('POST', '/api/me/devices', {
    publicKey: key.publicKey,
    ...(before.kind === 'found' && { replaces: before.key.id }),
  } satisfies RegisterDevice);
  if (!answer.ok) return;
  await keepDeviceKey('shopper', { id: answer.value.id, privateKey: key.privateKey });
}

/** Tells the server, while the session still stands, that this phone will sign no more. */
export async function revokeOwnPhone(): Promise<void> {
  const found = await findDeviceKey('shopper');
  if (found.kind === 'found') await request('DELETE', `/api/me/devices/${found.key.id}`);
}

export function forgetOwnPhone(): Promise<void> {
  return forgetDeviceKey('shopper');
}
