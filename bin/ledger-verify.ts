import { databasePool } from '@/lib/server/db/pool';
import { verifyLedger } from '@/lib/server/db/ledger-verify';
import { adviceFor } from './ledger-advice';
import { runOperatorCommand, withDatabase } from './launch/operator-command';

const USAGE = `Checks every balance, hold, payment and hash of the ledger, and every hash of the audit trail; they
may be in use meanwhile.

  npm run ledger:verify    exit code 1 when something is wrong, with what to do`;

async function verify(): Promise<number> {
  const report = await verifyLedger(databasePool());
  const { accounts, transfers, openHolds, payments, auditEntries, fault } = report;
  console.log(
    `${accounts} accounts, ${transfers} transfers, ${openHolds} open holds, ${payments} payments, ${auditEntries} audit entries`,
  );
  if (fault === undefined) {
    console.log('The ledger and the audit trail are right.');
    return 0;
  }
  console.log(`WRONG: ${fault}\n\n${adviceFor(report)}`);
  return 1;
}

await runOperatorCommand({
  usage: USAGE,
  options: {},
  run: ({ 'data-dir': dataDir }) => withDatabase(dataDir, verify),
});
