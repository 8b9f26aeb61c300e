import { Client } from 'pg';

/**
 * One connection that hears when a face came or went, and that may hold the lock of the one
 * instance that writes neighbours down. It is brought back when it breaks; the lock is lost then.
 */
export interface FaceWatch {
  /** Takes the lock if nobody holds it. @returns whether this instance holds it now */
  takeNotes(): Promise<boolean>;
  close(): Promise<void>;
}

const RECONNECT_MS = 1_000;

/** @param onChange called after each change, and after a reconnection: something may be missed */
export function watchFaces(onChange: () => void): FaceWatch {
  let client: Client | undefined;
  let holdsLock = false;
  let closed = false;
  const connect = async () => {
    const next = new Client({ connectionString: process.env.DATABASE_URL, keepAlive: true });
    const lost = () => {
      if (client === next) client = undefined;
      holdsLock = false;
      if (!closed) setTimeout(() => void connect(), RECONNECT_MS).unref();
    };
    try {
      next.on('notification', onChange);
      next.on('error', () => undefined); // 'end' follows
      await next.connect();
      await next.query('LISTEN face_changed');
      next.once('end', lost);
      client = next;
      onChange();
    } catch {
      await next.end().catch(() => undefined);
      lost();
    }
  };
  void connect();
  return {
    async takeNotes() {
      if (holdsLock || !client) return holdsLock;
      const asked = client;
      const { rows } = await asked.query<{ taken: boolean }>(
        `SELECT pg_try_advisory_lock(hashtextextended('face_neighbours', 0)) AS taken`,
      );
      holdsLock = client === asked && rows[0]?.taken === true;
      return holdsLock;
    },
    async close() {
      closed = true;
      await client?.end();
    },
  };
}
