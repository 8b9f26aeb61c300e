import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { z } from 'zod';
import type { MerchantBalance, payoutSchema } from '@/lib/api/merchant';
import { accountId, availableBalance, incomingBalance, type Account } from '@/lib/ledger/account';
import { payout as payoutTransfers } from '@/lib/ledger/postings';
import { isDone } from '@/lib/ledger/result';
import { money } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import { now } from '../clock';
import { accountById, openAccounts, postGroup } from '../db/ledger-store';
import { databasePool } from '../db/pool';
import { sumPayouts } from '../db/statement-store';
import { findMerchant } from '../db/merchants-store';
import { done, refused, type Result } from '../result';
import { dayIn } from '../day';

/** Where a merchant's money is: on its way, waiting for goods, at hand, paid out. */
export async function merchantBalance({
  merchantId,
}: StaffActor): Promise<Result<MerchantBalance>> {
  const { name, settings } = await findMerchant(merchantId);
  const { currency, timeZone } = settings;
  const db = databasePool();
  const purpose = { ownerId: merchantId, currency };
  const account = accountId({ kind: 'merchant', ...purpose });
  const [earned, escrow, paidOut] = await Promise.all([
    accountById(db, account),
    accountById(db, accountId({ kind: 'escrow', ...purpose })),
    sumPayouts(account),
  ]);
  const wire = (amount: bigint | number = 0) => toWire(money(amount, currency));
  const pendingOf = (one: Account | undefined): bigint => (one ? incomingBalance(one) : 0n);
  return done({
    merchantName: name,
    pending: wire(pendingOf(earned) + pendingOf(escrow)),
    escrow: wire(escrow && availableBalance(escrow)),
    available: wire(earned && availableBalance(earned)),
    paidOut: wire(paidOut),
    today: dayIn(timeZone, now()),
  });
}

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
  const [code] = await postGroup(db, transfers, now());
  if (code && isDone(code)) return merchantBalance(owner);
  const tooMuch = code === 'insufficient-funds' || code === 'balance-overflow';
  return refused(tooMuch ? 'merchant-balance-low' : 'id-reused');
}
