import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { verifyLedger, type LedgerReport } from '@/lib/server/db/ledger-verify';
import { createPool } from '@/lib/server/db/pool';
import { adviceFor } from './ledger-advice';
import { explainDatabaseError } from './launch/database-address';
import { sentenceFor } from './launch/failure';
import { openDatabase } from './launch/open-database';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

async function verify(url: string): Promise<LedgerReport> {
  const pool = createPool(url, 1);
  try {
    return await verifyLedger(pool);
  } catch (error) {
    throw explainDatabaseError(error, url);
  } finally {
    await pool.end();
  }
}

/** @returns the process's exit code: 1 when something is wrong or could not be read */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'data-dir': { type: 'string', default: path.join(root, '.data') } },
  });
  const database = await openDatabase(path.resolve(values['data-dir']));
  try {
    const report = await verify(database.url);
    const { accounts, transfers, openHolds, payments, fault } = report;
    console.log(
      `${accounts} accounts, ${transfers} transfers, ${openHolds} open holds, ${payments} payments`,
    );
    if (fault === undefined) {
      console.log('The ledger is right.');
      return 0;
    }
    console.log(`WRONG: ${fault}\n\n${adviceFor(report)}`);
    return 1;
  } finally {
    await database.release();
  }
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(sentenceFor(error));
  return 1;
});
