import type { LedgerReport } from '@/lib/server/db/ledger-verify';

/** What to do when `npm run ledger:verify` found something wrong. */
export function adviceFor({
  wrongPaymentId,
  isAuditWrong,
}: Pick<LedgerReport, 'wrongPaymentId' | 'isAuditWrong'>): string {
  if (isAuditWrong) return AUDIT_WRONG;
  return wrongPaymentId === undefined ? LEDGER_WRONG : paymentWrong(wrongPaymentId);
}

const LEDGER_WRONG = `What to do: the ledger's own rows were changed past the app, or the disk lost some.
  1. Stop the app now, so that nothing is paid on top of it.
  2. Copy the whole data folder (or dump the database) and keep it as it is, for whoever looks into it.
  3. Restore the latest backup of which npm run ledger:verify says that it is right.
  4. Compare what was paid after that backup with the statements, and pay it again by hand.
  5. Find out who can write to the database besides the app, and change that password.`;

const AUDIT_WRONG = `What to do: ledger and payments are right, but the audit trail was changed past the app.
  1. The app may go on: new entries are chained to what is there.
  2. Copy the whole data folder (or dump the database) and keep it as it is, for whoever looks into it.
  3. Compare audit_entries with the latest backup of which npm run ledger:verify says that it is right:
     what differs is what somebody wanted to hide.
  4. Find out who can write to the database besides the app, and change that password.`;

function paymentWrong(id: string): string {
  return `What to do: the ledger itself is right, no money appeared or vanished. This payment says
something else than its transfers do, so one of the two is wrong.
  1. The app may go on. Give nothing back on this payment, and settle no dispute on it, until it is mended.
  2. Make a backup.
  3. Look at both:
       SELECT state, version, data FROM payments WHERE id = '${id}';
       SELECT created_at, code, kind, amount, id FROM ledger_transfers
        WHERE reference_id = '${id}' ORDER BY created_at;
     Every refund in data must have its transfer (its transferId is the transfer's id), and every
     transfer of code refund must belong to one of them.
  4. Transfers are right, data is not (a refund is in it twice, or missing): mend data, so that
     captured = escrow + earned + all refunds, and add 1 to version, in one UPDATE.
     A transfer is wrong: it stays. Post its reverse with ledger_post(), code 'correction', with this
     payment's id as reference_id, and tell whoever has the money.
  5. Run npm run ledger:verify again: it stops at the first payment that is wrong, there may be more.`;
}
