import { Client } from 'pg';
import { databasePool } from './pool';

/**
 * One connection per process listens for `store_changed`, which the outbox notifies;
 * whoever watches a store is called. After a lost connection everybody is called once,
 * because something may have been missed.
 */
type Listener = () => void;

interface Hub {
  readonly listeners: Map<string, Set<Listener>>;
  connecting: boolean;
  client: Client | undefined;
}

const RECONNECT_MS = 1_000;

/** Next reloads modules in development, but keeps globalThis: still one connection. */
const shared = globalThis as typeof globalThis & { smileStoreChanges?: Hub };

/** @returns stops listening; further calls do nothing, also when others listen by then. */
export function onStoreChange(storeId: string, listener: Listener): () => void {
  const hub = theHub();
  const listeners = hub.listeners.get(storeId) ?? new Set();
  hub.listeners.set(storeId, listeners.add(listener));
  void connect(hub);
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return;
    hub.listeners.delete(storeId);
  };
}

/** How many listen for this store, in this process. */
export function countListeners(storeId: string): number {
  return theHub().listeners.get(storeId)?.size ?? 0;
}

/** Tells every instance; outside of any larger transaction, whose commits it would line up. */
export async function notifyStoreChanged(storeId: string): Promise<void> {
  await databasePool().query("SELECT pg_notify('store_changed', $1)", [storeId]);
}

function theHub(): Hub {
  shared.smileStoreChanges ??= { listeners: new Map(), connecting: false, client: undefined };
  return shared.smileStoreChanges;
}

async function connect(hub: Hub): Promise<void> {
  if (hub.client || hub.connecting) return;
  hub.connecting = true;
  const client = new Client({ connectionString: process.env.DATABASE_URL, keepAlive: true });
  let isLost = false;
  client.on('notification', ({ payload }) => callAll(hub.listeners.get(payload ?? '')));
  client.on('error', () => undefined); // 'end' follows
  // It may also end while the queries below run: a connection that has ended is never kept.
  client.once('end', () => {
    isLost = true;
    if (hub.client === client) reconnect(hub);
  });
  try {
    await client.connect();
    await client.query('LISTEN store_changed');
  } catch {
    isLost = true;
  }
  hub.connecting = false;
  if (isLost) {
    await client.end().catch(() => undefined);
    reconnect(hub);
    return;
  }
  hub.client = client;
  for (const listeners of hub.listeners.values()) callAll(listeners);
}

function reconnect(hub: Hub): void {
  hub.client = undefined;
  setTimeout(() => void connect(hub), RECONNECT_MS).unref();
}

function callAll(listeners: Iterable<Listener> = []): void {
  for (const listener of [...listeners]) listener();
}
