import { describe, expect, it } from 'vitest';
import type { GuestActor } from '@/lib/access/actors';
import { newUuid, writtenUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { storeSettingsFor } from '@/lib/orders/store-settings';
import { merchantSettingsFor } from '@/lib/payments/merchant-settings';
import { later } from '../clock';
import { createStore } from '../db/create-store';
import { databasePool } from '../db/pool';
import { databasePrisma } from '../db/prisma';
import { restaurantMenu } from '../demo/menus';
import {
  atCounter,
  installTerminal,
  MINA,
  MINA_FACE,
  mina,
  OTTO_FACE,
  otto,
  payByPin,
  smile,
  terminal,
  value,
} from '../demo-store.fixture';
import { setLimits } from '../shoppers/set-limits';
import { cancel } from './cancel-payment';
import { expectStepUp, lemonades, mineAt, openWithOldFaces } from './face-limits.fixture';

const DAY_MS = 86_400_000;

openWithOldFaces();

/** Another restaurant that takes the same money. */
async function openStore(country: string, timeZone: string): Promise<GuestActor> {
  const id = newUuid();
  const settings = { ...merchantSettingsFor('CNY'), timeZone };
  await createStore(
    databasePrisma(),
    databasePool(),
    {
      ...{ id, name: 'K Pro abroad', channel: 'counter', products: restaurantMenu('CNY') },
      settings: { ...storeSettingsFor('CNY'), country },
      merchant: { id: newUuid(), name: 'K Pro abroad', settings },
      owner: { id: newUuid(), name: 'Aki', email: `${id}@kpro.example`, passwordHash: '' },
    },
    new Date(),
  );
  const counter = { ...terminal, id: newUuid(), deviceId: newUuid(), storeId: id };
  await installTerminal({ ...counter, storeId: writtenUuid(id) });
  return { ...atCounter, terminal: counter };
}

describe('what the rules see', () => {
  it('the first payment in a store', async () => {
    await databasePool().query('UPDATE payments SET payer_id = NULL WHERE payer_id = $1', [
      MINA.id,
    ]);
    const first = await lemonades(13);
    await expectStepUp(first, ['new-store']);
    value(await payByPin(atCounter, first.payment, { phone: mina.phone, pin: mina.pin }));
    value(await mineAt(atCounter, await lemonades(13)));
  });

  it('faces of others that were refused at this terminal, and not the own ones', async () => {
    value(await mineAt(atCounter, await lemonades(1)));
    const spread = (seconds: number) =>
      databasePool().query('UPDATE attempts SET attempted_at = attempted_at - $1::interval', [
        `${seconds} seconds`,
      ]);
    const fail = async (phone: string, face: Float32Array) => {
      const { payment } = await lemonades(1);
      expect(await smile(atCounter, payment.id, face, phone)).toMatchObject({
        code: 'face-unknown',
      });
      await cancel(atCounter, payment.id);
      await spread(40);
    };
    for (let i = 0; i < 5; i += 1) await fail(mina.phone, OTTO_FACE);
    await spread(60);
    value(await mineAt(atCounter, await lemonades(1)));
    for (let i = 0; i < 5; i += 1) await fail(otto.phone, MINA_FACE);
    const placed = await lemonades(1);
    await expectStepUp(placed, ['refused-faces-here']);
    await spread(600);
    value(await mineAt(atCounter, await lemonades(1)));
  });

  it.each([
    ['another country', 'JP', 'Asia/Shanghai'],
    ['another time zone', 'CN', 'Asia/Urumqi'],
  ])('a payment at a counter in %s within the hour', async (_, country, timeZone) => {
    value(await mineAt(atCounter, await lemonades(1)));
    const elsewhere = await openStore(country, timeZone);
    const there = await lemonades(1, elsewhere);
    value(await payByPin(elsewhere, there.payment, { phone: mina.phone, pin: mina.pin }));
    const here = await lemonades(1);
    await expectStepUp(here, ['elsewhere-lately']);
    await databasePool().query(
      `UPDATE payments SET data = jsonb_set(data, '{authorizedAt}', to_jsonb($2::text)) WHERE id = $1`,
      [there.payment.id, new Date(Date.now() - 61 * 60_000).toISOString()],
    );
    value(await mineAt(atCounter, await lemonades(1)));
  });

  it('the 24 hours before the payment, whatever day it is where', async () => {
    value(
      await setLimits(MINA, {
        ...{ perPayment: money(16_00, 'CNY'), perDay: money(20_00, 'CNY'), smallOnly: false },
      }),
    );
    value(await mineAt(atCounter, await lemonades(1)));
    await expectStepUp(await lemonades(1), ['day-limit']);
    const next = await later(DAY_MS, () => lemonades(1));
    value(await later(DAY_MS, () => mineAt(atCounter, next)));
  });
});
