import { describe, expect, it } from 'vitest';
import { topUpSchema } from '@/lib/api/wallet';
import { topUpRequest } from './top-up-request';

const hundred = { amount: '10000', currency: 'CNY' } as const;

describe('topUpRequest', () => {
  it('is what the server takes', () => {
    expect(topUpSchema.safeParse(topUpRequest(undefined, hundred)).success).toBe(true);
  });

  it('keeps its id for another try at the same amount', () => {
    const first = topUpRequest(undefined, hundred);
    expect(topUpRequest(first, { ...hundred })).toBe(first);
  });

  it.each([
    { ...hundred, amount: '20000' },
    { ...hundred, currency: 'EUR' as const },
  ])('takes a new id for %j', (other) => {
    const first = topUpRequest(undefined, hundred);
    const second = topUpRequest(first, other);
    expect(second.amount).toEqual(other);
    expect(second.id).not.toBe(first.id);
  });
});
