import { describe, expect, it } from 'vitest';
import { atTime } from '../clock';
import { DEMO_SHOP } from '../demo/people';
import { MINA, atCounter, onPhone, openDemo, orderOf, value } from '../demo-store.fixture';
import { placeOrder } from './place-order';

openDemo();

describe('placing an order', () => {
  it('answers a repeated request with the same order, another body with a conflict', async () => {
    const request = orderOf('noodle-soup', ['mild']);
    const first = value(await placeOrder(atCounter, request));
    expect(first.payment).toMatchObject({ status: 'created', amount: { amount: '3800' } });
    expect(value(await placeOrder(atCounter, request))).toEqual(first);
    const other = { ...request, lines: [{ productId: 'burger', quantity: 1, choiceIds: [] }] };
    expect(await placeOrder(atCounter, other)).toEqual({ ok: false, code: 'id-reused' });
    const stolen = { ...orderOf('burger'), paymentId: request.paymentId };
    expect(await placeOrder(atCounter, stolen)).toEqual({ ok: false, code: 'id-reused' });
  });

  it('is done once when it arrives twice at once', async () => {
    const request = orderOf('noodle-soup', ['hot']);
    const answers = await Promise.all([1, 2, 3].map(() => placeOrder(atCounter, request)));
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual(first);
    expect(first?.ok).toBe(true);
  });

  it('counts tickets from 1 again at the midnight of the shop, and not at that of UTC', async () => {
    const ticketAt = (time: string) =>
      atTime(new Date(time), async () => {
        const placed = await placeOrder(atCounter, orderOf('noodle-soup', ['mild']));
        return value(placed).order.ticket;
      });
    // The shop is in Shanghai, eight hours before UTC.
    expect(await ticketAt('2026-03-01T16:00:00.000Z')).toBe(1);
    expect(await ticketAt('2026-03-01T23:59:59.000Z')).toBe(2);
    expect(await ticketAt('2026-03-02T00:00:00.000Z')).toBe(3);
    expect(await ticketAt('2026-03-02T15:59:59.000Z')).toBe(4);
    expect(await ticketAt('2026-03-02T16:00:00.000Z')).toBe(1);
  });

  it('is for the own store and the right device', async () => {
    const request = orderOf('noodle-soup', ['mild']);
    expect(await placeOrder(onPhone(MINA), request)).toMatchObject({ code: 'terminal-not-paired' });
    const elsewhere = { ...request, storeId: DEMO_SHOP.storeId };
    expect(await placeOrder(atCounter, elsewhere)).toMatchObject({ ok: false });
  });
});
