import { afterAll, beforeAll, expect, it } from 'vitest';
import { later, now } from '../clock';
import { redeemPairingCode } from '../db/terminals-store';
import { openDemo, staffOf } from '../demo-store.fixture';
import { DEMO_RESTAURANT } from '../demo/people';
import { hashCode, newPairingCode } from './pairing';

const { storeId } = staffOf(DEMO_RESTAURANT);
const MINUTE_MS = 60_000;

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openDemo();
});
afterAll(() => close());

const redeemIn = (ms: number, code: string) =>
  later(ms, () => redeemPairingCode(hashCode(code), now()));

it('a pairing code works within ten minutes, and once', async () => {
  const { code } = await newPairingCode(storeId);
  expect(await redeemIn(10 * MINUTE_MS + 1_000, code)).toBeNull();
  expect(await redeemIn(9 * MINUTE_MS, code)).toBe(storeId);
  expect(await redeemIn(9 * MINUTE_MS, code)).toBeNull();
});
