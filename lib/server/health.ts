import 'server-only';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Health } from '@/lib/api/health';
import { SERVED_BINARIES } from '@/models/weights';
import packageJson from '@/package.json';
import { databasePool } from './db/pool';

/** Whether this instance could take a payment now, and if not, which part is down. */
export async function health(): Promise<Health> {
  const [database, models] = await Promise.all([databaseState(), modelsState()]);
  const status = database === 'ok' && models === 'ok' ? 'ok' : 'down';
  return { status, version: packageJson.version, database, models };
}

/** Reachable, and migrated far enough to post a payment. */
async function databaseState(): Promise<Health['database']> {
  try {
    await databasePool().query("SELECT 'payment_commit'::regproc");
    return 'ok';
  } catch {
    return 'down';
  }
}

async function modelsState(): Promise<Health['models']> {
  const files = SERVED_BINARIES.map(({ url }) => path.join(process.cwd(), 'public', url));
  const present = await Promise.allSettled(files.map((file) => access(file)));
  return present.every(({ status }) => status === 'fulfilled') ? 'ok' : 'missing';
}
