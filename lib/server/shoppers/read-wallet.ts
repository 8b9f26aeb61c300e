import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { Wallet, WalletEntry } from '@/lib/api/wallet';
import { accountId, availableBalance } from '@/lib/ledger/account';
import { CURRENCY_FACTS } from '@/lib/money/currency';
import { money, type Money } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import { transfersOf, type HistoryEntry } from '../db/ledger-history';
import { accountById } from '../db/ledger-store';
import { findPayees } from '../db/payments-store';
import { databasePool } from '../db/pool';
import { done, type Result } from '../result';

const ENTRIES_MAX = 50;

export async function readWallet({ id, currency }: ShopperActor): Promise<Result<Wallet>> {
  const db = databasePool();
  const account = accountId({ kind: 'wallet', ownerId: id, currency });
  const [balances, history] = await Promise.all([
    accountById(db, account),
    transfersOf(db, account, { limit: 2 * ENTRIES_MAX }),
  ]);
  return done({
    available: toWire(money(balances ? availableBalance(balances) : 0, currency)),
    held: toWire(money(balances?.debitsPending ?? 0, currency)),
    entries: await entriesOf(history),
  });
}

export function isTopUp({ amount, currency }: Money, shopper: ShopperActor): boolean {
  return (
    currency === shopper.currency && amount > 0n && amount <= CURRENCY_FACTS[currency].topUpMax
  );
}

/**
 * The ledger's transfers as a person thinks of them: a hold that was taken is one payment,
 * one that was voided never happened.
 */
async function entriesOf(history: readonly HistoryEntry[]): Promise<readonly WalletEntry[]> {
  const ended = new Set(history.map(({ pendingId }) => pendingId));
  const shown = history.filter(({ id, kind }) =>
    kind === 'pending' ? !ended.has(id) : kind === 'posted' || kind === 'post',
  );
  const payees = await findPayees(shown.flatMap(({ referenceId }) => referenceId ?? []));
  return shown.slice(0, ENTRIES_MAX).map((entry) => entryOf(entry, payees));
}

function entryOf(entry: HistoryEntry, payees: ReadonlyMap<string, string>): WalletEntry {
  const { id, direction, amount, at, referenceId } = entry;
  const payee = referenceId ? payees.get(referenceId) : undefined;
  return {
    id,
    kind: kindOf(entry),
    label: payee ?? 'Sandbox bank',
    direction,
    amount: toWire(amount),
    at: at.toISOString(),
    paymentId: payee === undefined ? null : referenceId,
  };
}

function kindOf({ kind, code }: HistoryEntry): WalletEntry['kind'] {
  if (kind === 'pending') return 'hold';
  if (code === 'top-up') return 'top-up';
  return code === 'refund' ? 'refund' : 'payment';
}
