import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayReport } from './day-report';
import { REFUSAL_REASONS, SALES_WAYS, type DayFacts, type SaleFact } from './facts';

const LAKE = { id: 'lake', name: 'At the lake' };
const STATION = { id: 'station', name: 'At the station' };
const NOTHING: DayFacts = { sales: [], items: [], refunds: [], waits: [], refusals: [] };
const SALE: SaleFact = {
  period: 'now',
  storeId: LAKE.id,
  hour: 12,
  way: 'face',
  orders: 2,
  amount: 7600n,
  tips: 100n,
  withoutItems: 0n,
};
const NO_FIGURES = { sales: 0n, tips: 0n, orders: 0, givenBack: 0n, refusals: 0, wait: null };

describe('a day', () => {
  it('without anything is empty, and says so of every way and reason', () => {
    const report = dayReport(NOTHING, [LAKE]);
    expect(report.figures).toEqual({ now: NO_FIGURES, before: NO_FIGURES });
    expect(report.hours).toEqual([]);
    expect(report.items).toEqual([]);
    expect(report.ways.map(({ way }) => way)).toEqual(SALES_WAYS);
    expect(report.refusals.map(({ reason }) => reason)).toEqual(REFUSAL_REASONS);
  });

  it('has every hour from the first sale of both days to the last', () => {
    const sales = [SALE, { ...SALE, period: 'before', hour: 9 }, { ...SALE, hour: 13 }] as const;
    expect(dayReport({ ...NOTHING, sales }, [LAKE]).hours).toEqual([
      { hour: 9, sales: { now: 0n, before: 7600n } },
      { hour: 10, sales: { now: 0n, before: 0n } },
      { hour: 11, sales: { now: 0n, before: 0n } },
      { hour: 12, sales: { now: 7600n, before: 0n } },
      { hour: 13, sales: { now: 7600n, before: 0n } },
    ]);
  });

  it('names what sold best first, then what sold best before', () => {
    const item = (name: string, period: 'now' | 'before', amount: bigint) => ({
      ...{ name, period, amount, quantity: 1 },
    });
    const items = [
      item('Tea', 'before', 500n),
      item('Bread', 'before', 900n),
      item('Soup', 'now', 3800n),
      item('Soup', 'before', 100n),
      item('Cake', 'now', 4000n),
    ];
    const lines = dayReport({ ...NOTHING, items }, [LAKE]).items;
    expect(lines.map(({ name }) => name)).toEqual(['Cake', 'Soup', 'Bread', 'Tea']);
    expect(lines[1]).toEqual({
      name: 'Soup',
      quantity: { now: 1, before: 1 },
      amount: { now: 3800n, before: 100n },
    });
  });

  it('keeps the stores and their waits apart', () => {
    const wait = { period: 'now', medianMs: 30_000, slowestMs: 90_000 } as const;
    const report = dayReport(
      {
        ...NOTHING,
        sales: [SALE, { ...SALE, storeId: STATION.id, amount: 500n, orders: 1, tips: 0n }],
        refunds: [{ period: 'now', storeId: STATION.id, count: 1, amount: 200n }],
        refusals: [{ period: 'now', storeId: LAKE.id, reason: 'pin', count: 3 }],
        waits: [
          { ...wait, storeId: null, medianMs: 20_000 },
          { ...wait, storeId: LAKE.id },
        ],
      },
      [LAKE, STATION],
    );
    expect(report.figures.now).toMatchObject({ sales: 8100n, orders: 3, givenBack: 200n });
    expect(report.figures.now.wait).toEqual({ medianMs: 20_000, slowestMs: 90_000 });
    const [lake, station] = report.stores;
    expect(lake?.figures.now).toMatchObject({ sales: 7600n, refusals: 3, givenBack: 0n });
    expect(lake?.figures.now.wait).toEqual({ medianMs: 30_000, slowestMs: 90_000 });
    expect(station?.figures.now).toMatchObject({ sales: 500n, givenBack: 200n, wait: null });
  });

  it('adds up by hour, by way and by store, in both periods', () => {
    const sale = fc.record({
      period: fc.constantFrom('now' as const, 'before' as const),
      storeId: fc.constantFrom(LAKE.id, STATION.id),
      hour: fc.integer({ min: 0, max: 23 }),
      way: fc.constantFrom(...SALES_WAYS),
      orders: fc.integer({ min: 1, max: 90 }),
      amount: fc.bigInt(1n, 10n ** 12n),
      tips: fc.constant(0n),
      withoutItems: fc.constant(0n),
    });
    fc.assert(
      fc.property(fc.array(sale, { maxLength: 40 }), (sales) => {
        const { figures, hours, ways, stores } = dayReport({ ...NOTHING, sales }, [LAKE, STATION]);
        for (const period of ['now', 'before'] as const) {
          const sum = (amounts: readonly bigint[]) => amounts.reduce((all, one) => all + one, 0n);
          const { sales: whole } = figures[period];
          expect(sum(hours.map((hour) => hour.sales[period]))).toBe(whole);
          expect(sum(ways.map((way) => way.sales[period]))).toBe(whole);
          expect(sum(stores.map((store) => store.figures[period].sales))).toBe(whole);
        }
      }),
    );
  });
});
