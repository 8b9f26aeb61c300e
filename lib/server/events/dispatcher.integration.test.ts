import { beforeEach, describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { now } from '../clock';
import { leaseMessages, deleteDelivered, type LeasedMessage } from '../db/outbox-store';
import { databasePool } from '../db/pool';
import { DEMO_RESTAURANT } from '../demo/people';
import { MINA, OTTO, openDemo, paidSoup, staffOf, value } from '../demo-store.fixture';
import { readNotices } from '../shoppers/read-notices';
import { markNoticesRead } from '../shoppers/mark-notices-read';
import { refundOrder } from '../orders/refund-order';
import { markOrderReady } from '../orders/mark-order-ready';
import { acceptOrder } from '../orders/accept-order';
import { ATTEMPTS_MAX, dispatchDue, LEASE_MS, type Subscriber } from './dispatcher';
import { SUBSCRIBERS } from './subscribers';

openDemo();
beforeEach(async () => void (await databasePool().query('DELETE FROM outbox')));

const MINUTE_MS = 60_000;
const after = (ms: number) => new Date(now().getTime() + ms);
/** Later than anything that the acting in the fixture stamps. */
const soon = () => after(MINUTE_MS);

function listener(name: string, fails: () => boolean = () => false) {
  const heard: LeasedMessage[] = [];
  const subscriber: Subscriber = {
    name,
    deliver: (message) => {
      if (fails()) return Promise.reject(new TypeError('a fault of the test'));
      heard.push(message);
      return Promise.resolve();
    },
  };
  return { subscriber, heard, topics: () => heard.map(({ topic }) => topic).sort() };
}

async function addMessages(count: number): Promise<void> {
  await databasePool().query(
    `INSERT INTO outbox (topic, payload, created_at, due_at)
     SELECT 'test.' || n, '{}', now(), now() FROM generate_series(1, $1) AS n`,
    [count],
  );
}

describe('the outbox', () => {
  it('tells what was committed, and nothing of what was not', async () => {
    const staff = staffOf(DEMO_RESTAURANT);
    const { order } = await paidSoup();
    value(await acceptOrder(staff, order.id));
    value(await markOrderReady(staff, order.id));
    expect(await acceptOrder(staff, order.id)).toMatchObject({ ok: false });
    const tooMuch = { id: newUuid(), amount: money(999_999, 'CNY') };
    expect(await refundOrder(staff, order.id, tooMuch)).toMatchObject({ ok: false });
    const { subscriber, topics, heard } = listener('a');
    await dispatchDue([subscriber], soon());
    expect(topics()).toEqual(['order.ready', 'payment.authorize', 'payment.capture']);
    expect(new Set(heard.map(({ storeId }) => storeId))).toEqual(
      new Set([order.id && staff.storeId]),
    );
    await dispatchDue([subscriber], after(LEASE_MS + 2 * MINUTE_MS));
    expect(heard).toHaveLength(3);
  });

  it('tries a subscriber that fails again, later and later, and keeps no other waiting', async () => {
    await addMessages(1);
    let failing = true;
    const bad = listener('bad', () => failing);
    const good = listener('good');
    const both = [bad.subscriber, good.subscriber];
    const start = after(1_000).getTime();
    await dispatchDue(both, new Date(start));
    expect([bad.heard.length, good.heard.length]).toEqual([0, 1]);
    expect((await dispatchDue(both, new Date(start + 400))).taken).toBe(0);
    expect((await dispatchDue(both, new Date(start + 1_000))).taken).toBe(1);
    failing = false;
    expect((await dispatchDue(both, new Date(start + 1_900))).taken).toBe(0);
    expect((await dispatchDue(both, new Date(start + 3_100))).taken).toBe(1);
    expect([bad.heard.length, good.heard.length]).toEqual([1, 1]);
  });

  it('gives up in the end, and says so', async () => {
    await addMessages(1);
    const { subscriber } = listener('bad', () => true);
    for (let i = 1; i <= ATTEMPTS_MAX + 2; i += 1) {
      await dispatchDue([subscriber], after(i * 2 * 60 * MINUTE_MS));
    }
    const { rows } = await databasePool().query(
      'SELECT attempts, given_up_at IS NOT NULL AS "givenUp", last_error AS error FROM outbox',
    );
    expect(rows).toEqual([{ attempts: ATTEMPTS_MAX, givenUp: true, error: 'bad: TypeError' }]);
  });

  it('is shared out between instances: each message once', async () => {
    await addMessages(400);
    const { subscriber, heard } = listener('a');
    const instance = async () => {
      while ((await dispatchDue([subscriber], soon())).taken > 0);
    };
    await Promise.all([1, 2, 3, 4].map(instance));
    expect(heard).toHaveLength(400);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(400);
  });

  it('delivers what a dispatcher took and died with', async () => {
    await addMessages(3);
    const taken = await leaseMessages(soon(), LEASE_MS, 10);
    expect(taken).toHaveLength(3);
    const { subscriber, heard } = listener('a');
    await dispatchDue([subscriber], after(MINUTE_MS + LEASE_MS - 5_000));
    expect(heard).toHaveLength(0);
    await dispatchDue([subscriber], after(MINUTE_MS + LEASE_MS + 5_000));
    expect(heard).toHaveLength(3);
  });

  it('forgets what was delivered long ago', async () => {
    await addMessages(2);
    await dispatchDue([listener('a').subscriber], soon());
    expect(await deleteDelivered(now(), 10)).toBe(0);
    expect(await deleteDelivered(after(2 * MINUTE_MS), 10)).toBe(2);
  });
});

describe('a notice', () => {
  it('tells whoever paid, once, what happened to the money', async () => {
    const staff = staffOf(DEMO_RESTAURANT);
    const { order, payment } = await paidSoup();
    value(await acceptOrder(staff, order.id));
    const back = { id: newUuid(), amount: money(800, 'CNY') };
    value(await refundOrder(staff, order.id, back));
    await databasePool().query('DELETE FROM notices');
    await dispatchDue(SUBSCRIBERS, soon());
    await databasePool().query(
      `UPDATE outbox SET delivered_at = NULL, due_at = now(), delivered_to = '{}'`,
    );
    await dispatchDue(SUBSCRIBERS, soon());
    const { notices } = value(await readNotices(MINA));
    expect(
      notices.map(({ topic, amount, payee, unread }) => [topic, amount?.amount, payee, unread]),
    ).toEqual(
      expect.arrayContaining([
        ['payment.capture', '3800', 'K Pro', true],
        ['payment.refund', '800', 'K Pro', true],
      ]),
    );
    expect(notices).toHaveLength(2);
    expect(notices.every(({ paymentId }) => paymentId === payment.id)).toBe(true);
    expect(value(await readNotices(OTTO)).notices).toEqual([]);
    await markNoticesRead(MINA);
    expect(value(await readNotices(MINA)).notices.some(({ unread }) => unread)).toBe(false);
  });
});
