import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { AuditNote } from '@/lib/audit/note';
import type { z } from 'zod';
import type { MerchantBalance, payoutSchema } from '@/lib/api/merchant';
import { payout as payoutTransfers } from '@/lib/ledger/postings';
import { isDone } from '@/lib/ledger/result';
import type { Money } from '@/lib/money/money';
import { now } from '../clock';
import { openAccounts } from '../db/ledger-store';
import { postPayout } from '../db/payout-store';
import { databasePool } from '../db/pool';
import { findMerchant } from '../db/merchants-store';
import { refused, type Result } from '../result';
import { readBalance } from './read-balance';

/** Earned money goes to the sandbox bank; the client's id makes a repeated tap harmless. */
export async function payOut(
  owner: StaffActor,
  { id, amount }: z.output<typeof payoutSchema>,
): Promise<Result<MerchantBalance>> {
  const { currency } = (await findMerchant(owner.merchantId)).settings;
  if (amount.currency !== currency || amount.amount === 0n) return refused('amount-out-of-range');
  const db = databasePool();
  const [from = '', to = ''] = await openAccounts(db, [
    { kind: 'merchant', ownerId: owner.merchantId, currency },
    { kind: 'bank', currency },
  ]);
  const transfers = payoutTransfers({ id, referenceId: id }, { from, to, amount });
  const code = await postPayout(transfers, noteOf(owner, id, amount), owner.storeId, now());
  if (code && isDone(code)) return readBalance(owner);
  const tooMuch = code === 'insufficient-funds' || code === 'balance-overflow';
  return refused(tooMuch ? 'merchant-balance-low' : 'id-reused');
}

function noteOf(owner: StaffActor, id: string, { amount, currency }: Money): AuditNote {
  const details = { amount: `${amount} ${currency}` };
  const by = { kind: 'staff', id: owner.id } as const;
  return { action: 'payout.made', by, subject: { kind: 'payout', id }, details };
}
