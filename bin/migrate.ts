import { migrate } from './postgres/migrate';
import { explainDatabaseError, requireReachable } from './launch/database-address';
import { sentenceFor, StartFailure } from './launch/failure';

/** Brings the database at DATABASE_URL to the newest tables and functions, and starts nothing. */
async function main(): Promise<void> {
  const url = process.env.DATABASE_URL;
  if (!url) throw new StartFailure('DATABASE_URL is not set: it says which database to migrate.');
  await requireReachable(url);
  const { migrations, functions } = await migrate(url, { onProgress: console.log }).catch(
    (error: unknown) => {
      throw explainDatabaseError(error, url);
    },
  );
  console.log(`${migrations.length} migrations and ${functions.length} functions applied.`);
}

await main().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exitCode = 1;
});
