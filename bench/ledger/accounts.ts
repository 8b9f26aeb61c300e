import { flagsOf } from '@/lib/ledger/account';
import { failureOf } from '@/lib/ledger/result';
import { postTransfers } from '@/lib/server/db/ledger-store';
import type { Queryable } from '@/lib/server/db/queryable';
import { money } from '@/lib/money/money';
import { v7 as uuidV7 } from 'uuid';

export const ACCOUNTS = 10_000;
const PREFIX = '00000000-0000-4000-8000-';
/** Twelve decimal digits, which pgbench can compute, are also hexadecimal ones. */
export const FIRST_SUFFIX = 100_000_000_000;

/** The i-th wallet, 0 … 9999; pgbench's script makes the same ids. */
export const walletId = (i: number) => `${PREFIX}${FIRST_SUFFIX + i}`;
const BANK_ID = `${PREFIX}900000000000`;

/** Enough for every authorization of a run, far from 2^63. */
const FUNDS = money(10n ** 14n, 'CNY');
const BATCH = 50;

/** Opens the wallets and fills them, through the ledger itself. */
export async function openWallets(db: Queryable): Promise<void> {
  const open = `INSERT INTO ledger_accounts
      (id, kind, owner_id, currency, debits_must_not_exceed_credits, credits_must_not_exceed_debits)
    SELECT ('${PREFIX}' || (${FIRST_SUFFIX} + i))::uuid, 'wallet', gen_random_uuid(), 'CNY', $1, false
      FROM generate_series($2::bigint, $3::bigint) AS i`;
  await db.query(open, [flagsOf('wallet').debitsMustNotExceedCredits, 0, ACCOUNTS - 1]);
  const bank = Number(BANK_ID.slice(-12)) - FIRST_SUFFIX;
  await db.query(open, [false, bank, bank]);
  for (let from = 0; from < ACCOUNTS; from += BATCH) {
    const codes = await postTransfers(
      db,
      Array.from({ length: BATCH }, (_, i) => [
        {
          kind: 'posted',
          id: uuidV7(),
          code: 'top-up',
          debitAccountId: BANK_ID,
          creditAccountId: walletId(from + i),
          amount: FUNDS,
        },
      ]),
    );
    const failure = failureOf(codes.flat());
    if (failure) throw new Error(`the wallets were not filled: ${failure}`);
  }
  await db.query('VACUUM ANALYZE');
  await db.query('CHECKPOINT');
}
