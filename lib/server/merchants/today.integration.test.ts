import { beforeAll, describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import type { DayReport } from '@/lib/reports/day-report';
import { atTime, later } from '../clock';
import { databasePool } from '../db/pool';
import { DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import {
  atCounter,
  freshBudget,
  installTerminal,
  MINA,
  MINA_FACE,
  mina,
  onPhone,
  openDemo,
  orderOf,
  OTTO_FACE,
  otto,
  payByPin,
  smile,
  soup,
  staffOf,
  terminal,
  value,
} from '../demo-store.fixture';
import { acceptOrder } from '../orders/accept-order';
import { placeOrder } from '../orders/place-order';
import { refundOrder } from '../orders/refund-order';
import { topUpWallet } from '../shoppers/top-up-wallet';
import { busyDay } from './busy-day.fixture';
import { readStatement } from './read-statement';
import { readToday } from './read-today';

const OWNER = staffOf(DEMO_RESTAURANT);
const SHOP_OWNER = staffOf(DEMO_SHOP);
const DAY_MS = 24 * 60 * 60 * 1000;
/** A Friday, noon in Shanghai. */
const NOON = new Date('2026-11-27T04:00:00.000Z');
const DAY = '2026-11-27';
const WEEK_BEFORE = new Date(NOON.getTime() - 7 * DAY_MS);
const STATION = { ...terminal, id: newUuid(), deviceId: newUuid(), storeId: newUuid() };

openDemo();
beforeAll(async () => {
  await openStation();
  await atTime(WEEK_BEFORE, async () => {
    await sellSoup(30_000);
    await later(30 * 60_000, () => sellSoup(10_000));
  });
  await atTime(NOON, sellKnown);
});

/** A second restaurant of the same merchant, with the same menu. */
async function openStation(): Promise<void> {
  const { storeId: from } = DEMO_RESTAURANT;
  const db = databasePool();
  await db.query(
    `INSERT INTO stores (id, merchant_id, name, channel, country, created_at)
     SELECT $1, merchant_id, 'K Pro at the station', channel, country, created_at + interval '1 s'
       FROM stores WHERE id = $2`,
    [STATION.storeId, from],
  );
  await db.query(
    `INSERT INTO products (store_id, id, position, name, description, category, picture, price,
                           option_groups)
     SELECT $1, id, position, name, description, category, picture, price, option_groups
       FROM products WHERE store_id = $2`,
    [STATION.storeId, from],
  );
  await installTerminal(STATION);
  value(await topUpWallet(MINA, { id: newUuid(), amount: money(90_000, 'CNY') }));
}

/** A soup for ¥38, paid with a smile and accepted so much later. */
async function sellSoup(waitMs: number) {
  const placed = await soup();
  value(await smile(atCounter, placed.payment.id, MINA_FACE, mina.phone));
  await later(20_000 + waitMs, () => acceptOrder(OWNER, placed.order.id).then(value));
  return placed;
}

/** Smile, PIN, phone at the lake, one at the station; a face, a PIN and a wallet that did not pay. */
async function sellKnown(): Promise<void> {
  const first = await sellSoup(60_000);
  const pin = await soup();
  value(await payByPin(atCounter, pin.payment, { phone: mina.phone, pin: mina.pin }));
  await later(40_000, () => acceptOrder(OWNER, pin.order.id).then(value));
  const phone = await soup();
  value(await payByPin(onPhone(MINA), phone.payment, { pin: mina.pin }));
  await later(20_000, () => acceptOrder(OWNER, phone.order.id).then(value));
  const refund = { id: newUuid(), amount: money(500, 'CNY') };
  await later(120_000, () => refundOrder(OWNER, first.order.id, refund).then(value));

  const atStation = { ...atCounter, terminal: STATION };
  const lines = [{ productId: 'noodle-soup', quantity: 2, choiceIds: ['mild'] }];
  const wish = { ...orderOf('noodle-soup'), storeId: STATION.storeId, lines };
  const there = value(await placeOrder(atStation, wish));
  value(await payByPin(atStation, there.payment, { phone: mina.phone, pin: mina.pin }));
  const stationStaff = { ...OWNER, storeId: STATION.storeId };
  await later(10_000, () => acceptOrder(stationStaff, there.order.id).then(value));

  const { payment } = await soup();
  await smile(atCounter, payment.id, OTTO_FACE, mina.phone);
  await payByPin(atCounter, payment, { phone: mina.phone, pin: '314151' });
  await databasePool().query(`UPDATE shoppers SET frozen_at = now() WHERE id = $1`, [otto.id]);
  await payByPin(atCounter, payment, { phone: otto.phone, pin: otto.pin });
  await databasePool().query(`UPDATE shoppers SET frozen_at = NULL WHERE id = $1`, [otto.id]);
}

const evening = <T>(run: () => T) => atTime(new Date(NOON.getTime() + 8 * 60 * 60_000), run);
const read = async (...[who, wish = {}]: Parameters<typeof readToday> | [typeof OWNER]) =>
  value(await evening(() => readToday(who, wish)));

describe('the day of a restaurant', () => {
  it('knows sales by hour, item and way, what was refused, and how long orders waited', async () => {
    const { day, report } = await read(OWNER, { storeId: DEMO_RESTAURANT.storeId });
    expect(day).toBe(DAY);
    expect(report.figures.now).toEqual({
      ...{ sales: 11_400n, tips: 0n, orders: 3, givenBack: 500n, refusals: 3 },
      wait: { medianMs: 40_000, slowestMs: 60_000 },
    });
    expect(report.hours).toEqual([{ hour: 12, sales: { now: 11_400n, before: 7_600n } }]);
    expect(report.items.map(({ quantity, amount }) => [quantity, amount])).toEqual([
      [
        { now: 3, before: 2 },
        { now: 11_400n, before: 7_600n },
      ],
    ]);
    const now = (lines: DayReport['ways']) => lines.map((line) => [line.way, line.orders.now]);
    expect(now(report.ways)).toEqual([
      ['face', 1],
      ['pin', 1],
      ['phone', 1],
    ]);
    expect(report.refusals.map(({ reason, count }) => [reason, count.now])).toEqual([
      ['face', 1],
      ['pin', 1],
      ['wallet', 1],
    ]);
  });

  it('counts the week before until the same time of the clock while the day runs', async () => {
    const wish = { storeId: DEMO_RESTAURANT.storeId };
    const ask = () => readToday(OWNER, wish);
    const early = value(await atTime(new Date(NOON.getTime() + 10 * 60_000), ask));
    expect(early.report.figures.before.orders).toBe(1);
    const afterwards = new Date(NOON.getTime() + DAY_MS);
    const whole = value(await atTime(afterwards, () => readToday(OWNER, { ...wish, day: DAY })));
    expect(whole.report.figures.before.orders).toBe(2);
  });

  it('stands beside the other store, for the owner', async () => {
    const { stores, report } = await read(OWNER);
    expect(stores.map(({ name }) => name)).toEqual([DEMO_RESTAURANT.name, 'K Pro at the station']);
    expect(report.figures.now).toMatchObject({ sales: 19_000n, orders: 4, refusals: 3 });
    expect(report.stores.map(({ figures }) => figures.now.sales)).toEqual([11_400n, 7_600n]);
    expect(report.stores[1]?.figures.now.wait?.medianMs).toBe(10_000);
  });

  it('is of the own store for a manager, and of nobody else', async () => {
    const manager = { ...OWNER, role: 'manager' as const };
    const own = await read(manager);
    expect(own.stores.map(({ id }) => id)).toEqual([DEMO_RESTAURANT.storeId]);
    expect(own.report.figures.now.sales).toBe(11_400n);
    const closed = { ok: false, code: 'not-found' };
    const ask = (who: typeof OWNER, storeId: string) => evening(() => readToday(who, { storeId }));
    expect(await ask(manager, STATION.storeId)).toEqual(closed);
    expect(await ask(SHOP_OWNER, DEMO_RESTAURANT.storeId)).toEqual(closed);
    expect(await ask(OWNER, DEMO_SHOP.storeId)).toEqual(closed);
    expect((await read(SHOP_OWNER)).report.figures.now.sales).toBe(0n);
  });

  it('has not begun tomorrow', async () => {
    const ask = (day: string) => evening(() => readToday(OWNER, { day }));
    expect(await ask('2026-11-28')).toEqual({ ok: false, code: 'not-found' });
    expect(await ask('2026-11-26')).toMatchObject({ ok: true });
  });
});

describe('random days', () => {
  const DAYS = ['2026-11-10', '2026-11-17'] as const;
  beforeAll(async () => {
    for (const [index, day] of DAYS.entries()) {
      await freshBudget();
      await busyDay(new Date(`${day}T04:00:00.000Z`), index + 10);
    }
  });

  it.each([OWNER, SHOP_OWNER])('say exactly what the ledger says: $name', async (owner) => {
    for (const day of DAYS) {
      const { report } = await read(owner, { day });
      const { totals } = value(await evening(() => readStatement(owner, day)));
      const inBooks = (kind: string) => {
        const total = totals.find((one) => one.kind === kind);
        const of = (side?: { amount: { amount: string } }) => BigInt(side?.amount.amount ?? 0);
        return of(total?.balance) + of(total?.escrow);
      };
      const { sales, tips, givenBack } = report.figures.now;
      expect(sales).toBe(inBooks('capture'));
      expect(sales).toBeGreaterThan(0n);
      expect(givenBack).toBe(inBooks('refund'));
      const items = report.items.reduce((sum, { amount }) => sum + amount.now, 0n);
      expect(items + tips + report.withoutItems.now).toBe(sales);
    }
  });
});
