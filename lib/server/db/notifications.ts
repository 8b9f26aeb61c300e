import { Client } from 'pg';

/**
 * One connection per process listens to PostgreSQL's notifications; who waits for a subject is
 * called. After a lost connection everybody is called once, because something may have been
 * missed: a call means "look again", never "this is so".
 */
type Listener = () => void;

const CHANNELS = ['store_changed', 'session_ended'] as const;
export type Channel = (typeof CHANNELS)[number];

interface Hub {
  /** By channel and subject. */
  readonly listeners: Map<string, Set<Listener>>;
  connecting: boolean;
  client: Client | undefined;
}

const RECONNECT_MS = 1_000;

/** Next reloads modules in development, but keeps globalThis: still one connection. */
const shared = globalThis as typeof globalThis & { smileNotifications?: Hub };

/**
 * @param subject the notification's payload, e.g. a store's id
 * @returns stops listening; further calls do nothing, also when others listen by then
 */
export function onNotification(channel: Channel, subject: string, listener: Listener): () => void {
  const hub = theHub();
  const key = keyOf(channel, subject);
  const listeners = hub.listeners.get(key) ?? new Set();
  hub.listeners.set(key, listeners.add(listener));
  void connect(hub);
  return () => {
    if (!listeners.delete(listener) || listeners.size > 0) return;
    hub.listeners.delete(key);
  };
}

export function countNotified(channel: Channel, subject: string): number {
  return theHub().listeners.get(keyOf(channel, subject))?.size ?? 0;
}

function theHub(): Hub {
  shared.smileNotifications ??= { listeners: new Map(), connecting: false, client: undefined };
  return shared.smileNotifications;
}

function keyOf(channel: string, subject: string): string {
  return `${channel} ${subject}`;
}

async function connect(hub: Hub): Promise<void> {
  if (hub.client || hub.connecting) return;
  hub.connecting = true;
  const client = new Client({ connectionString: process.env.DATABASE_URL, keepAlive: true });
  let isLost = false;
  client.on('notification', ({ channel, payload = '' }) =>
    callAll(hub.listeners.get(keyOf(channel, payload))),
  );
  client.on('error', () => undefined); // 'end' follows
  // It may also end while the queries below run: a connection that has ended is never kept.
  client.once('end', () => {
    isLost = true;
    if (hub.client === client) reconnect(hub);
  });
  try {
    await client.connect();
    await client.query(CHANNELS.map((channel) => `LISTEN ${channel}`).join('; '));
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
