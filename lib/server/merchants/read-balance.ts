import type { StaffActor } from '@/lib/access/actors';
import type { MerchantBalance } from '@/lib/api/merchant';
import { accountId, type Account, incomingBalance, availableBalance } from '@/lib/ledger/account';
import { money } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import { now } from '../clock';
import { dayIn } from '../day';
import { accountById } from '../db/ledger-store';
import { findMerchant } from '../db/merchants-store';
import { databasePool } from '../db/pool';
import { sumPayouts } from '../db/statement-store';
import { type Result, done } from '../result';

/** Where a merchant's money is: on its way, waiting for goods, at hand, paid out. */
export async function readBalance({ merchantId }: StaffActor): Promise<Result<MerchantBalance>> {
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
