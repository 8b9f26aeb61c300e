import type { z } from 'zod';
import type { ShopperActor } from '@/lib/access/actors';
import type { topUpSchema, Wallet } from '@/lib/api/wallet';
import { topUp as topUpTransfers } from '@/lib/ledger/postings';
import { isDone } from '@/lib/ledger/result';
import { now } from '../clock';
import { openAccounts, postGroup } from '../db/ledger-store';
import { databasePool } from '../db/pool';
import { type Result, refused } from '../result';
import { isTopUp, readWallet } from './read-wallet';

/** Money from the sandbox bank; the client's id makes a repeated tap harmless. */
export async function topUpWallet(
  shopper: ShopperActor,
  { id, amount }: z.output<typeof topUpSchema>,
): Promise<Result<Wallet>> {
  if (!isTopUp(amount, shopper)) return refused('amount-out-of-range');
  const { currency } = shopper;
  const db = databasePool();
  const [from = '', to = ''] = await openAccounts(db, [
    { kind: 'bank', currency },
    { kind: 'wallet', ownerId: shopper.id, currency },
  ]);
  const posting = { id, referenceId: shopper.id };
  const [code] = await postGroup(db, topUpTransfers(posting, { from, to, amount }), now());
  if (code && isDone(code)) return readWallet(shopper);
  return refused(code === 'balance-overflow' ? 'amount-out-of-range' : 'id-reused');
}
