import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import { accountId } from '@/lib/ledger/account';
import type { CurrencyCode } from '@/lib/money/currency';
import { dayReport, type DayReport, type ReportedStore } from '@/lib/reports/day-report';
import { now } from '../clock';
import { dayIn } from '../day';
import { findStoresOf, readDayFacts } from '../db/day-report-store';
import { findMerchant } from '../db/merchants-store';
import { done, refused, type Result } from '../result';

export interface Today {
  readonly merchantName: string;
  readonly currency: CurrencyCode;
  /** The day that is reported, and the one that it is now where the shop is. */
  readonly day: string;
  readonly today: string;
  /** What may be chosen; one for a manager, who sees the own store. */
  readonly stores: readonly ReportedStore[];
  readonly store: ReportedStore | null;
  readonly report: DayReport;
}

export interface TodayWish {
  /** Without one the day that it is now where the shop is. */
  readonly day?: string | undefined;
  /** Of one store; else of all that may be seen. */
  readonly storeId?: string | undefined;
}

/**
 * What was sold on a day of the shop, beside the same weekday a week before: until the same time of
 * the clock while the day runs.
 *
 * @returns `not-found` for a day that has not begun, and for a store that is not the reader's
 */
export async function readToday(
  { merchantId, storeId: ownStoreId, role }: StaffActor,
  wish: TodayWish,
): Promise<Result<Today>> {
  const { name: merchantName, settings } = await findMerchant(merchantId);
  const { currency, timeZone } = settings;
  const at = now();
  const today = dayIn(timeZone, at);
  const day = wish.day ?? today;
  const all = await findStoresOf(merchantId);
  const stores = role === 'owner' ? all : all.filter(({ id }) => id === ownStoreId);
  const store = stores.find(({ id }) => id === wish.storeId) ?? null;
  if (day > today || (wish.storeId !== undefined && !store)) return refused('not-found');
  const reported = store ? [store] : stores;
  const owner = { ownerId: merchantId, currency };
  const facts = await readDayFacts({
    merchantId,
    accounts: {
      merchant: accountId({ kind: 'merchant', ...owner }),
      escrow: accountId({ kind: 'escrow', ...owner }),
    },
    storeIds: reported.map(({ id }) => id),
    ...{ day, timeZone, at },
  });
  const report = dayReport(facts, reported);
  return done({ merchantName, currency, day, today, stores, store, report });
}
