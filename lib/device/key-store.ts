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

const DATABASE = 'smile-device';
const STORE = 'keys';

export async function findDeviceKey(role: DeviceRole): Promise<FoundKey> {
  try {
    const key = await inStore<DeviceKey | undefined>('readonly', (store) => store.get(role));
    return key ? { kind: 'found', key } : { kind: 'none' };
  } catch {
    return { kind: 'unavailable' };
  }
}

/** @returns false when this browser cannot keep it. It takes the place of an earlier one. */
export async function keepDeviceKey(role: DeviceRole, key: DeviceKey): Promise<boolean> {
  try {
    await inStore('readwrite', (store) => store.put(key, role));
    return true;
  } catch {
    return false;
  }
}

/** Nobody can sign with it any more. @ensures never throws: what was never kept is gone, too. */
export async function forgetDeviceKey(role: DeviceRole): Promise<void> {
  await inStore('readwrite', (store) => store.delete(role)).catch(() => undefined);
}

async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = ask(transaction.objectStore(STORE));
      // Not before it is on the disk: the server will count on it.
      transaction.oncomplete = () => resolve(request.result as T);
      transaction.onabort = () => reject(asError(transaction.error));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(asError(request.error));
  });
}

function asError(cause: unknown): Error {
  return new Error('IndexedDB refused', { cause });
}
