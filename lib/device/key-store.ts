import { createStore, del, get, set } from 'idb-keyval';

/**
 * This browser's keys, in IndexedDB: the one place where a browser keeps a key that cannot be
 * read. Only the private half is stored, because older Safari cannot clone a CryptoKeyPair.
 */

/** One browser may be a counter and somebody's own phone at once, as in the demo. */
export type DeviceRole = 'terminal' | 'shopper';

export interface DeviceKey {
  /** As the server named the device. */
  readonly id: string;
  readonly privateKey: CryptoKey;
}

export type FoundKey =
  | { readonly kind: 'found'; readonly key: DeviceKey }
  | { readonly kind: 'none' }
  /** No IndexedDB, or one that refuses: some browsers' private windows, some apps' web views. */
  | { readonly kind: 'unavailable' };

/** Opened at the first use; elsewhere than in a browser there is nothing to open. */
const keys = createStore('smile-device', 'keys');

export async function findDeviceKey(role: DeviceRole): Promise<FoundKey> {
  try {
    const key = await get<DeviceKey>(role, keys);
    return key ? { kind: 'found', key } : { kind: 'none' };
  } catch {
    return { kind: 'unavailable' };
  }
}

/**
 * Keeps the key in the place of an earlier one.
 *
 * @ensures the transaction is complete before it returns true: the server counts on the key
 * @returns false when this browser cannot keep it
 */
export async function keepDeviceKey(role: DeviceRole, key: DeviceKey): Promise<boolean> {
  try {
    await set(role, key, keys);
    return true;
  } catch {
    return false;
  }
}

/** Nobody can sign with it any more. @ensures never throws: what was never kept is gone, too. */
export async function forgetDeviceKey(role: DeviceRole): Promise<void> {
  try {
    await del(role, keys);
  } catch {
    // There is no IndexedDB, so there is no key in it.
  }
}
