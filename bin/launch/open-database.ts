import fs from 'node:fs';
import { startPostgres } from '../postgres/embedded-postgres';
import { readRunning } from './data-dir';
import { requireReachable } from './database-address';
import { StartFailure } from './failure';

export interface OpenDatabase {
  readonly url: string;
  readonly release: () => Promise<void>;
}

const LEFT_ALONE = () => Promise.resolve();

/** DATABASE_URL, else the app that runs on the data folder, else the folder's own database. */
export async function openDatabase(dataDir: string): Promise<OpenDatabase> {
  const given = process.env.DATABASE_URL ?? readRunning(dataDir)?.databaseUrl;
  if (given) {
    await requireReachable(given);
    return { url: given, release: LEFT_ALONE };
  }
  if (!fs.existsSync(dataDir)) {
    throw new StartFailure(
      `There is no database in ${dataDir}: choose its folder with --data-dir.`,
    );
  }
  const postgres = await startPostgres({ dataDir });
  return { url: postgres.url, release: () => postgres.stop() };
}
