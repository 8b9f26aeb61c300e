import { countNotified, onNotification } from './notifications';
import { databasePool } from './pool';

/** Calls `listener` when something of the store changed. @returns stops listening. */
export function onStoreChange(storeId: string, listener: () => void): () => void {
  return onNotification('store_changed', storeId, listener);
}

/** How many listen for this store, in this process. */
export function countListeners(storeId: string): number {
  return countNotified('store_changed', storeId);
}

/** Tells every instance; outside of any larger transaction, whose commits it would line up. */
export async function notifyStoreChanged(storeId: string): Promise<void> {
  await databasePool().query("SELECT pg_notify('store_changed', $1)", [storeId]);
}
