import { describe, expect, it } from 'vitest';
import type { StaffOrder } from '@/lib/api/staff';
import { writtenUuid } from '@/lib/ids/uuid';
import type { OrderState } from '@/lib/orders/order';
import { ageInWords } from './age';
import { intoColumns, replaceOrder } from './columns';
import { retryDelayMs } from './retry-delay';

const price = { amount: '3800', currency: 'CNY' } as const;

function entry(name: string, state: OrderState): StaffOrder {
  const id = writtenUuid(name);
  const createdAt = '2026-11-22T12:00:00.000Z';
  return {
    order: { id, ticket: 1, channel: 'counter', items: [], total: price, state, createdAt },
    payment: {
      id: writtenUuid(`payment-of-${id}`),
      payee: 'Noodle House',
      amount: price,
      tip: { ...price, amount: '0' },
      captured: price,
      escrow: { ...price, amount: '0' },
      dispute: null,
      status: 'authorized',
      payer: 'Mina L.',
      method: 'face',
      refunded: { ...price, amount: '0' },
      createdAt,
    },
    refundable: price,
  };
}

const at = (minute: number) => `2026-11-22T12:${String(minute).padStart(2, '0')}:00.000Z`;
const ids = (entries: readonly StaffOrder[]) => entries.map(({ order }) => order.id);

describe('intoColumns', () => {
  const columns = intoColumns([
    entry('late', { kind: 'waiting', paidAt: at(9) }),
    entry('early', { kind: 'waiting', paidAt: at(3) }),
    entry('cooking', { kind: 'accepted', paidAt: at(1), acceptedAt: at(2) }),
    entry('on the pass', { kind: 'ready', paidAt: at(1), readyAt: at(4) }),
    entry('eaten', { kind: 'picked-up', paidAt: at(1), pickedUpAt: at(5) }),
    entry('eaten later', { kind: 'picked-up', paidAt: at(2), pickedUpAt: at(6) }),
    entry('unpaid', { kind: 'open' }),
    entry('walked away', { kind: 'cancelled', cancelledAt: at(1) }),
  ]);

  it('lets who waits longest come first', () => {
    expect(ids(columns.new)).toEqual(['early', 'late']);
  });
  it('puts every paid order in one column', () => {
    expect(ids(columns.preparing)).toEqual(['cooking']);
    expect(ids(columns.ready)).toEqual(['on the pass']);
    expect(ids(columns.done)).toEqual(['eaten later', 'eaten']);
  });
});

describe('replaceOrder', () => {
  it('changes one order and leaves the others', () => {
    const before = [
      entry('a', { kind: 'waiting', paidAt: at(1) }),
      entry('b', { kind: 'waiting', paidAt: at(2) }),
    ];
    const after = entry('b', { kind: 'accepted', paidAt: at(2), acceptedAt: at(3) });
    expect(replaceOrder(before, after)).toEqual([before[0], after]);
  });
});

describe('ageInWords', () => {
  it.each([
    [-5_000, 'just now'],
    [59_999, 'just now'],
    [60_000, '1 min'],
    [59 * 60_000, '59 min'],
    [60 * 60_000, '1 h'],
    [65 * 60_000, '1 h 5 min'],
  ])('%d ms is %s', (elapsedMs, words) => {
    expect(ageInWords(at(0), Date.parse(at(0)) + elapsedMs)).toBe(words);
  });
});

describe('retryDelayMs', () => {
  it('doubles, spreads and stays bounded', () => {
    expect(retryDelayMs(0, 0)).toBe(250);
    expect(retryDelayMs(1, 0)).toBe(500);
    expect(retryDelayMs(3, 0.999)).toBeLessThan(4_000);
    expect(retryDelayMs(60, 0.999)).toBeLessThan(10_000);
    expect(retryDelayMs(60, 0)).toBe(5_000);
  });
});
