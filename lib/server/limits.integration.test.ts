import { beforeEach, describe, expect, it } from 'vitest';
import { BY_SYSTEM } from '@/lib/audit/note';
import { newUuid } from '@/lib/ids/uuid';
import { later } from './clock';
import { databasePool } from './db/pool';
import {
  ADDRESS,
  atCounter,
  challengeFor,
  deviceOf,
  freshBudget,
  mina,
  onPhone,
  openDemo,
  orderOf,
  OTTO,
  soup,
  terminal,
  value,
} from './demo-store.fixture';
import { DEMO_RESTAURANT, DEMO_SHOP } from './demo/people';
import { newTestKey } from '@/lib/liveness/device.fixture';
import { LIMITS } from './limits';
import { cancel } from './payments/cancel-payment';
import { placeOrder } from './orders/place-order';
import { admitTerminal } from './terminals/pair-terminal';
import { createPairingCode } from './terminals/create-pairing-code';

openDemo();
beforeEach(freshBudget);

const AT_ONCE = 50;

const atOnce = <T>(ask: () => Promise<T>, times = AT_ONCE): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, ask));

async function count(sql: string, id: string): Promise<number> {
  const { rows } = await databasePool().query<{ n: number }>(`SELECT count(*)::int AS n ${sql}`, [
    id,
  ]);
  return rows[0]?.n ?? 0;
}

describe('fifty at once do not pass', () => {
  it('the unpaid orders of a terminal', async () => {
    const max = LIMITS.unpaidOrdersOfTerminal;
    const order = () => placeOrder(atCounter, orderOf('noodle-soup', ['mild']));
    const answers = await atOnce(order, max + 20);
    const placed = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    expect(placed).toHaveLength(max);
    expect(answers.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 20 }, () => ({ ok: false, code: 'too-many-unpaid' })),
    );
    expect(await count("FROM orders WHERE terminal_id = $1 AND state = 'open'", terminal.id)).toBe(
      max,
    );
    // Whoever cancels one has room again, and the next terminal had it all the time.
    const [first] = placed;
    value(await cancel(atCounter, first?.payment.id ?? newUuid()));
    await soup();
    expect(await placeOrder(atCounter, orderOf('noodle-soup', ['mild']))).toMatchObject({
      ok: false,
    });
    for (const { payment } of placed.slice(1)) await cancel(atCounter, payment.id);
  });

  it('the unpaid orders of a shopper, who still gets the answer to one that was placed', async () => {
    const online = () => ({
      ...orderOf('stamp-hanover-1948'),
      storeId: DEMO_SHOP.storeId,
      channel: 'online' as const,
    });
    const first = online();
    value(await placeOrder(onPhone(OTTO), first));
    const answers = await atOnce(() => placeOrder(onPhone(OTTO), online()));
    const max = LIMITS.unpaidOrdersOfShopper;
    expect(answers.filter(({ ok }) => ok)).toHaveLength(max - 1);
    expect(await count("FROM orders WHERE shopper_id = $1 AND state = 'open'", OTTO.id)).toBe(max);
    expect(await placeOrder(onPhone(OTTO), first)).toMatchObject({ ok: true });
  });

  it('the challenges of a payment', async () => {
    const { payment } = await soup();
    const device = await deviceOf(atCounter);
    const ask = () => challengeFor(atCounter, payment.id, device, mina.phone);
    await atOnce(ask);
    const max = LIMITS.challengesOfPayment;
    expect(await count('FROM challenges WHERE payment_id = $1', payment.id)).toBe(max);
    expect(await ask()).toEqual({ ok: false, code: 'use-another-way' });
    const other = await soup();
    expect(await challengeFor(atCounter, other.payment.id, device, mina.phone)).toMatchObject({
      ok: true,
    });
  });

  it('the live pairing codes of a store: the newest work', async () => {
    const { storeId } = DEMO_RESTAURANT;
    const elsewhere = await createPairingCode(DEMO_SHOP.storeId, BY_SYSTEM);
    const early = await createPairingCode(storeId, BY_SYSTEM);
    await atOnce(() => createPairingCode(storeId, BY_SYSTEM));
    const live = await later(1_000, () => createPairingCode(storeId, BY_SYSTEM));
    const max = LIMITS.livePairingCodesOfStore;
    expect(await count('FROM pairing_codes WHERE store_id = $1', storeId)).toBe(max);
    const { publicKey } = await newTestKey();
    const pair = ({ code }: { code: string }) => admitTerminal({ code, publicKey }, ADDRESS);
    expect(await pair(early)).toMatchObject({ code: 'pairing-code-invalid' });
    expect(await pair(live)).toMatchObject({ ok: true });
    expect(await pair(elsewhere)).toMatchObject({ ok: true });
  });
});
