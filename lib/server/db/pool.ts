import { Pool } from 'pg';

/** Room for the busiest moment of one instance; PostgreSQL's own limit is shared by all of them. */
const CONNECTIONS_MAX = 16;

/** Next reloads modules in development, but keeps globalThis: still one pool. */
const shared = globalThis as typeof globalThis & { smilePool?: Pool };

/**
 * The process's pool on DATABASE_URL.
 *
 * @throws Error when DATABASE_URL is not set
 */
export function databasePool(): Pool {
  shared.smilePool ??= createPool(requireUrl());
  return shared.smilePool;
}

/** A pool of its own, e.g. for a test or a script. The caller ends it. */
export function createPool(url: string, connectionsMax = CONNECTIONS_MAX): Pool {
  const pool = new Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: 10_000,
    application_name: 'smile-to-pay',
  });
  // An idle connection that breaks (the server was restarted) leaves the pool by itself; without
  // a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

function requireUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: start with bin/start, or set it.');
  return url;
}
