import fc from 'fast-check';
import { type Uuid, newUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { attemptsBy } from '@/lib/payments/life.fixture';
import { atTime, later } from '../clock';
import { DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import { MINA, OTTO, atCounter, onPhone, orderOf, staffOf, value } from '../demo-store.fixture';
import { placeOrder } from '../orders/place-order';
import { checkout, recordOf } from '../payments/checkout.fixture';
import { commitOn } from '../payments/commit';
import { topUpWallet } from '../shoppers/top-up-wallet';
import { payOut } from './pay-out';
import { readBalance } from './read-balance';

const owners = [staffOf(DEMO_RESTAURANT), staffOf(DEMO_SHOP)];

/**
 * Random lives of some payments, all on one day, and a payout in the evening.
 *
 * @param seed the same lives every time: others might leave nothing to be read.
 */
export async function busyDay(noon: Date, seed: number): Promise<void> {
  await atTime(noon, async () => {
    for (const shopper of [MINA, OTTO]) {
      value(await topUpWallet(shopper, { id: newUuid(), amount: money(50_000, 'CNY') }));
    }
    const paymentIds: Uuid[] = [];
    for (let i = 0; i < 8; i += 1) {
      const online = { ...orderOf('stamp-hanover-1948'), storeId: DEMO_SHOP.storeId };
      const placed =
        i % 2 === 0
          ? await placeOrder(atCounter, orderOf('noodle-soup', ['mild']))
          : await placeOrder(onPhone(MINA), { ...online, channel: 'online' });
      paymentIds.push(value(placed).payment.id);
    }
    const [attempts = []] = fc.sample(
      fc.array(attemptsBy([MINA.id, OTTO.id]), { minLength: 120, maxLength: 120 }),
      { numRuns: 1, seed },
    );
    paymentIds.push(
      (await checkout(DEMO_RESTAURANT.storeId, money(4_321, 'CNY'), 'A-1')).payment.id,
    );
    for (const attempt of attempts) {
      const record = await recordOf(paymentIds[attempt.target % paymentIds.length] ?? newUuid());
      await commitOn(record, attempt.plan);
    }
    for (const owner of owners) {
      const { available } = value(await readBalance(owner));
      if (BigInt(available.amount) < 100n) continue;
      const body = { id: newUuid(), amount: money(100, 'CNY') };
      await later(60_000, () => payOut(owner, body));
    }
  });
}
