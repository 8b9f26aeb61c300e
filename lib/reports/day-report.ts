import {
  REFUSAL_REASONS,
  SALES_WAYS,
  type DayFacts,
  type ItemFact,
  type Period,
  type RefusalReason,
  type SalesWay,
  type WaitFact,
} from './facts';

/** One figure of the day, and of the day that it is compared with. */
export type Pair<T> = Readonly<Record<Period, T>>;

export interface Figures {
  /** What was captured, tips included; minor units. */
  readonly sales: bigint;
  readonly tips: bigint;
  readonly orders: number;
  readonly givenBack: bigint;
  readonly refusals: number;
  /** Null: no order was accepted. */
  readonly wait: Pick<WaitFact, 'medianMs' | 'slowestMs'> | null;
}

interface ItemLine {
  readonly name: string;
  readonly quantity: Pair<number>;
  readonly amount: Pair<bigint>;
}

export interface DayReport {
  readonly figures: Pair<Figures>;
  /** Every hour from the first sale of both days to the last. */
  readonly hours: readonly { readonly hour: number; readonly sales: Pair<bigint> }[];
  /** What sold best today comes first. */
  readonly items: readonly ItemLine[];
  /** Part of the sales that no items are known of. */
  readonly withoutItems: Pair<bigint>;
  readonly ways: readonly {
    readonly way: SalesWay;
    readonly orders: Pair<number>;
    readonly sales: Pair<bigint>;
  }[];
  readonly refusals: readonly {
    readonly reason: RefusalReason;
    readonly count: Pair<number>;
  }[];
  readonly stores: readonly StoreFigures[];
}

export interface StoreFigures extends ReportedStore {
  readonly figures: Pair<Figures>;
}

export interface ReportedStore {
  readonly id: string;
  readonly name: string;
}

/**
 * A shop's day beside the one that it is compared with.
 *
 * @ensures in both periods the sales of hours, of ways and of stores sum to `figures.sales`, and so
 *   do items, tips and what has no items
 */
export function dayReport(facts: DayFacts, stores: readonly ReportedStore[]): DayReport {
  const { sales, refusals } = facts;
  return {
    figures: pair((period) => figuresOf(facts, period, null)),
    hours: hoursOf(sales.map(({ hour }) => hour)).map((hour) => ({
      hour,
      sales: amountOf(sales.filter((sale) => sale.hour === hour)),
    })),
    items: itemsOf(facts.items),
    withoutItems: pair((period) => sumOf(inPeriod(sales, period), (sale) => sale.withoutItems)),
    ways: SALES_WAYS.map((way) => {
      const paid = sales.filter((sale) => sale.way === way);
      return { way, orders: countOf(paid, ({ orders }) => orders), sales: amountOf(paid) };
    }),
    refusals: REFUSAL_REASONS.map((reason) => ({
      reason,
      count: countOf(
        refusals.filter((refusal) => refusal.reason === reason),
        ({ count }) => count,
      ),
    })),
    stores: stores.map((store) => ({
      ...store,
      figures: pair((period) => figuresOf(ofStore(facts, store.id), period, store.id)),
    })),
  };
}

function figuresOf(facts: DayFacts, period: Period, storeId: string | null): Figures {
  const sales = inPeriod(facts.sales, period);
  const wait = inPeriod(facts.waits, period).find((one) => one.storeId === storeId);
  return {
    sales: sumOf(sales, ({ amount }) => amount),
    tips: sumOf(sales, ({ tips }) => tips),
    orders: total(sales, ({ orders }) => orders),
    givenBack: sumOf(inPeriod(facts.refunds, period), ({ amount }) => amount),
    refusals: total(inPeriod(facts.refusals, period), ({ count }) => count),
    wait: wait ? { medianMs: wait.medianMs, slowestMs: wait.slowestMs } : null,
  };
}

function ofStore(facts: DayFacts, storeId: string): DayFacts {
  const here = <T extends { readonly storeId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.storeId === storeId);
  const { sales, refusals, refunds } = facts;
  return { ...facts, sales: here(sales), refusals: here(refusals), refunds: here(refunds) };
}

function hoursOf(hours: readonly number[]): readonly number[] {
  if (hours.length === 0) return [];
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function itemsOf(items: readonly ItemFact[]): readonly ItemLine[] {
  const names = [...new Set(items.map(({ name }) => name))];
  const lines = names.map((name) => {
    const sold = items.filter((item) => item.name === name);
    return { name, quantity: countOf(sold, ({ quantity }) => quantity), amount: amountOf(sold) };
  });
  return lines.toSorted(
    (a, b) =>
      Number(b.amount.now - a.amount.now) ||
      Number(b.amount.before - a.amount.before) ||
      a.name.localeCompare(b.name, 'en'),
  );
}

interface OfPeriod {
  readonly period: Period;
}

function pair<T>(of: (period: Period) => T): Pair<T> {
  return { now: of('now'), before: of('before') };
}

function inPeriod<T extends OfPeriod>(rows: readonly T[], period: Period): readonly T[] {
  return rows.filter((row) => row.period === period);
}

function sumOf<T>(rows: readonly T[], of: (row: T) => bigint): bigint {
  return rows.reduce((sum, row) => sum + of(row), 0n);
}

function total<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

function amountOf(rows: readonly (OfPeriod & { readonly amount: bigint })[]): Pair<bigint> {
  return pair((period) => sumOf(inPeriod(rows, period), ({ amount }) => amount));
}

function countOf<T extends OfPeriod>(rows: readonly T[], of: (row: T) => number): Pair<number> {
  return pair((period) => total(inPeriod(rows, period), of));
}
