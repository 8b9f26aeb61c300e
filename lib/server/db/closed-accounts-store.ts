import { ownNote } from '@/lib/audit/note';
import { availableBalance } from '@/lib/ledger/account';
import { payout } from '@/lib/ledger/postings';
import { isDone } from '@/lib/ledger/result';
import { newUuid } from '@/lib/ids/uuid';
import type { CurrencyCode } from '@/lib/money/currency';
import { money, type Money } from '@/lib/money/money';
import { knownCurrency } from './known-currency';
import { addAudit } from './audit-store';
import { accountById, openAccounts, postGroup } from './ledger-store';
import { databasePool } from './pool';
import type { Queryable } from './queryable';
import { withRetry } from './retry';
import { inTransaction } from './transaction';

export type Closing =
  | { readonly kind: 'closed'; readonly paidOut: Money }
  /** Money is held, waits for a delivery, or is disputed. */
  | { readonly kind: 'in-use' }
  | { readonly kind: 'gone' };

/** Rows that say something about a person, and whose column with the id is `shopper_id`. */
const FORGOTTEN = [
  'face_templates',
  'enrolment_pictures',
  'offered_pictures',
  'face_deletions',
  'evidence_digests',
  'face_limits',
  'passkeys',
  'passkey_challenges',
  'consents',
  'notices',
  'receipt_links',
] as const;

/**
 * Pays the wallet out to the bank, forgets who the account was of, and ends its sessions: all of it,
 * or nothing while a payment is not over. Books and audit keep the id.
 */
export function closeShopper(
  shopperId: string,
  currency: CurrencyCode,
  at: Date,
): Promise<Closing> {
  return withRetry(() =>
    inTransaction(databasePool(), async (client): Promise<Closing> => {
      // Accounts before the person, as a payment's commit locks them.
      const paidOut = await emptyWallet(client, shopperId, currency, at);
      const { rowCount } = await client.query(
        'SELECT FROM shoppers WHERE id = $1 AND closed_at IS NULL FOR UPDATE',
        [shopperId],
      );
      if (rowCount !== 1) return { kind: 'gone' };
      if (paidOut === null || (await hasOpenPayment(client, shopperId))) {
        throw new StillInUse();
      }
      await forget(client, shopperId, at);
      return { kind: 'closed', paidOut };
    }),
  ).catch((error: unknown): Closing => {
    if (error instanceof StillInUse) return { kind: 'in-use' };
    throw error;
  });
}

/** Undoes the payout. */
class StillInUse extends Error {}

/** @returns what was paid out; null while something is held */
async function emptyWallet(
  client: Queryable,
  shopperId: string,
  currency: CurrencyCode,
  at: Date,
): Promise<Money | null> {
  const [from = '', to = ''] = await openAccounts(client, [
    { kind: 'wallet', ownerId: shopperId, currency },
    { kind: 'bank', currency },
  ]);
  await client.query('SELECT FROM ledger_accounts WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [
    [from, to],
  ]);
  const wallet = await accountById(client, from);
  if (!wallet || wallet.debitsPending > 0n) return null;
  const amount = money(availableBalance(wallet), currency);
  if (amount.amount === 0n) return amount;
  const posting = { id: newUuid(), referenceId: shopperId };
  const [code] = await postGroup(client, payout(posting, { from, to, amount }), at);
  if (!code || !isDone(code)) throw new Error(`the wallet is not paid out: ${code ?? 'no answer'}`);
  return amount;
}

async function hasOpenPayment(client: Queryable, shopperId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM payments
      WHERE payer_id = $1
        AND (state = 'authorized'
             OR state = 'captured'
                AND (data -> 'dispute' IS NOT NULL
                     OR coalesce(data -> 'escrow' ->> 'amount', '0') <> '0'))
      LIMIT 1`,
    [shopperId],
  );
  return rowCount === 1;
}

async function forget(client: Queryable, shopperId: string, at: Date): Promise<void> {
  for (const table of FORGOTTEN) {
    await client.query(`DELETE FROM ${table} WHERE shopper_id = $1`, [shopperId]);
  }
  await client.query(
    'UPDATE devices SET revoked_at = $2 WHERE shopper_id = $1 AND revoked_at IS NULL',
    [shopperId, at],
  );
  await client.query(
    'UPDATE sessions SET ended_at = $2 WHERE shopper_id = $1 AND ended_at IS NULL',
    [shopperId, at],
  );
  await client.query(
    `UPDATE shoppers
        SET closed_at = $2, frozen_at = coalesce(frozen_at, $2), name = '', phone = 'closed ' || id,
            password_hash = '', pin_hash = NULL, phone_proven_at = NULL, has_twin = false
      WHERE id = $1`,
    [shopperId, at],
  );
  await addAudit(client, 'platform', ownNote('account.closed', shopperId), at);
}

/**
 * Pays out what came back to closed accounts, such as a refund. Several instances may run it at once.
 *
 * @returns how many wallets there were
 */
export async function payOutClosed(at: Date, limit: number): Promise<number> {
  const { rows } = await databasePool().query<{ id: string; currency: string }>(
    `SELECT shoppers.id, account.currency
       FROM shoppers JOIN ledger_accounts AS account ON account.owner_id = shoppers.id
      WHERE closed_at IS NOT NULL AND account.kind = 'wallet'
        AND account.credits_posted > account.debits_posted + account.debits_pending
      LIMIT $1`,
    [limit],
  );
  for (const { id, currency } of rows) {
    await withRetry(() =>
      inTransaction(databasePool(), (client) =>
        emptyWallet(client, id, knownCurrency(currency), at),
      ),
    );
  }
  return rows.length;
}
