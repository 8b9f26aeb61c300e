import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import { statementDaysQuery, type SignedMoney, type StatementDays } from '@/lib/api/merchant';
import { accountId } from '@/lib/ledger/account';
import type { TransferCode } from '@/lib/ledger/transfer';
import { money } from '@/lib/money/money';
import { toWire } from '@/lib/money/wire';
import { now } from '../clock';
import { dayIn } from '../day';
import { findMerchant } from '../db/merchants-store';
import { sumDays, type DaySum } from '../db/statement-days-store';
import { done, refused, type Result } from '../result';

/** As many as are read at once. */
const DAYS = 7;

/** Totals of a week of the shop's days; those without any movement are left out. */
export async function readStatementDays(
  { merchantId }: StaffActor,
  search: URLSearchParams,
): Promise<Result<StatementDays>> {
  const query = statementDaysQuery.safeParse(Object.fromEntries(search));
  if (!query.success) return refused('invalid-request');
  const { currency, timeZone } = (await findMerchant(merchantId)).settings;
  const today = dayIn(timeZone, now());
  const last = query.data.until ?? today;
  if (last > today) return refused('not-found');
  const owner = { ownerId: merchantId, currency };
  const accounts = {
    merchant: accountId({ kind: 'merchant', ...owner }),
    escrow: accountId({ kind: 'escrow', ...owner }),
  };
  const first = dayBefore(last, DAYS - 1);
  const sums = await sumDays(accounts, { first, last, timeZone });
  const signed = (amount: bigint): SignedMoney => ({
    out: amount < 0n,
    amount: toWire(money(amount < 0n ? -amount : amount, currency)),
  });
  const days = [...new Set(sums.map(({ day }) => day))].toSorted().toReversed();
  return done({
    first,
    earlier: dayBefore(first, 1),
    days: days.map((day) => {
      const sumOf = (...codes: readonly TransferCode[]) => signed(movedBy(sums, day, codes));
      return {
        day,
        sales: sumOf('capture'),
        givenBack: sumOf('refund'),
        fees: sumOf('fee', 'fee-refund'),
        paidOut: sumOf('payout'),
      };
    }),
  });
}

/** Into balance and escrow together: what is released only changes its place. */
function movedBy(sums: readonly DaySum[], day: string, codes: readonly TransferCode[]): bigint {
  return sums
    .filter((sum) => sum.day === day && codes.includes(sum.code))
    .reduce((moved, { balance, escrow }) => moved + balance + escrow, 0n);
}

function dayBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
