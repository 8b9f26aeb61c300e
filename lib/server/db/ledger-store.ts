import {
  accountId,
  flagsOf,
  type Account,
  type AccountKind,
  type AccountPurpose,
} from '@/lib/ledger/account';
import { isResultCode, type ResultCode } from '@/lib/ledger/result';
import type { TransferGroup } from '@/lib/ledger/transfer';
import { toLedgerWire } from '@/lib/ledger/wire';
import { minor } from '@/lib/money/money';
import { knownCurrency } from './known-currency';
import type { Queryable } from './queryable';
import { withRetry } from './retry';

/**
 * Posts groups of transfers in one round trip and one transaction.
 *
 * @param now the ledger's time; without it the database's clock
 * @returns for each group the code of each of its transfers, in order
 * @ensures a group is in the books whole or not at all; the same ids never post twice, so a caller
 * who got no answer may call again with the same groups
 */
export async function postTransfers(
  db: Queryable,
  groups: readonly TransferGroup[],
  now?: Date,
): Promise<ResultCode[][]> {
  const batch = JSON.stringify(toLedgerWire(groups));
  const { rows } = await withRetry(() =>
    db.query<{ codes: string[] }>({
      name: 'ledger_post',
      text: 'SELECT ledger_post($1, coalesce($2, clock_timestamp())) AS codes',
      values: [batch, now],
    }),
  );
  const codes = (rows[0]?.codes ?? []).map(knownCode);
  let next = 0;
  return groups.map((group) => codes.slice(next, (next += group.length)));
}

/** One group. */
export async function postGroup(
  db: Queryable,
  group: TransferGroup,
  now?: Date,
): Promise<ResultCode[]> {
  const [codes = []] = await postTransfers(db, [group], now);
  return codes;
}

/**
 * Makes sure that the accounts exist.
 *
 * @returns their ids, in order: `accountId(purpose)`
 */
export async function openAccounts(
  db: Queryable,
  purposes: readonly AccountPurpose[],
): Promise<string[]> {
  const rows = purposes.map((purpose) => {
    const flags = flagsOf(purpose.kind);
    return {
      id: accountId(purpose),
      kind: purpose.kind,
      owner_id: 'ownerId' in purpose ? purpose.ownerId : null,
      currency: purpose.currency,
      debits_must_not_exceed_credits: flags.debitsMustNotExceedCredits,
      credits_must_not_exceed_debits: flags.creditsMustNotExceedDebits,
    };
  });
  await db.query(
    `INSERT INTO ledger_accounts (id, kind, owner_id, currency,
                                  debits_must_not_exceed_credits, credits_must_not_exceed_debits)
     SELECT id, kind, owner_id, currency,
            debits_must_not_exceed_credits, credits_must_not_exceed_debits
       FROM jsonb_populate_recordset(NULL::ledger_accounts, $1) ORDER BY id
     ON CONFLICT (id) DO NOTHING`,
    [JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}

interface AccountRow {
  id: string;
  kind: AccountKind;
  owner_id: string | null;
  currency: string;
  debits_must_not_exceed_credits: boolean;
  credits_must_not_exceed_debits: boolean;
  debits_pending: string;
  debits_posted: string;
  credits_pending: string;
  credits_posted: string;
}

export async function accountById(db: Queryable, id: string): Promise<Account | undefined> {
  const { rows } = await db.query<AccountRow>('SELECT * FROM ledger_accounts WHERE id = $1', [id]);
  return rows[0] && accountOf(rows[0]);
}

function accountOf(row: AccountRow): Account {
  const currency = knownCurrency(row.currency);
  const owner = row.owner_id === null ? {} : { ownerId: row.owner_id };
  return {
    id: row.id,
    purpose: { kind: row.kind, ...owner, currency } as AccountPurpose,
    debitsMustNotExceedCredits: row.debits_must_not_exceed_credits,
    creditsMustNotExceedDebits: row.credits_must_not_exceed_debits,
    debitsPending: minor(BigInt(row.debits_pending)),
    debitsPosted: minor(BigInt(row.debits_posted)),
    creditsPending: minor(BigInt(row.credits_pending)),
    creditsPosted: minor(BigInt(row.credits_posted)),
  };
}

/**
 * Expires holds whose time is over. Several instances may run it at once: each takes others.
 *
 * @param limit at most so many in one call
 * @returns the ids of the pending transfers that it ended; fewer than `limit`: no more are due
 */
export async function expirePending(db: Queryable, now: Date, limit: number): Promise<string[]> {
  const { rows } = await withRetry(() =>
    db.query<{ ids: string[] }>('SELECT ledger_expire($1, $2) AS ids', [now, limit]),
  );
  return rows[0]?.ids ?? [];
}

function knownCode(code: string): ResultCode {
  if (!isResultCode(code)) throw new TypeError(`the ledger answered ${code}`);
  return code;
}
