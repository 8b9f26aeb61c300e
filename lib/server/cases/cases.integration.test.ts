import { beforeEach, describe, expect, it } from 'vitest';
import { newUuid, type Uuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { later, now } from '../clock';
import { deleteChallenges } from '../db/challenges-store';
import { deleteRevokedDevices } from '../db/devices-store';
import { verifyLedger } from '../db/ledger-verify';
import { databasePool } from '../db/pool';
import { DEMO_PASSWORD, DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import {
  atCounter,
  balance,
  enrolFace,
  freshBudget,
  MINA,
  MINA_FACE,
  mina,
  openDemo,
  OTTO,
  paidSoup,
  payByPin,
  soup,
  staffOf,
  value,
} from '../demo-store.fixture';
import { acceptOrder } from '../orders/accept-order';
import { readBoard } from '../orders/read-board';
import { refundOrder } from '../orders/refund-order';
import { decideCase, listCases, readCase } from '../operators/decide-cases';
import { unfreezeWallet } from '../shoppers/unfreeze-wallet';
import { listMerchantCases, refundCase } from './merchant-cases';
import { listOwnCases, openCase } from './open-case';

openDemo();
const DAY_MS = 24 * 60 * 60 * 1000;
const OWNER = staffOf(DEMO_RESTAURANT);
const NOOR = { id: '0199f000-0000-7000-8000-00000000e001', name: 'Noor' };
const REFUSED = { outcome: 'refused', reason: 'The camera saw nobody else.' } as const;
const REFUNDED = { outcome: 'refunded' } as const;

beforeEach(async () => {
  await freshBudget();
  // As if all earlier cases were long ago, and the face was taken since.
  await databasePool().query('DELETE FROM cases');
  await databasePool().query('UPDATE shoppers SET frozen_at = NULL');
});

/** A bowl that a face paid, and the staff took the money for. */
async function servedSoup() {
  const placed = await paidSoup();
  value(await acceptOrder(OWNER, placed.order.id));
  return placed;
}

async function actionsAbout(id: string): Promise<readonly string[]> {
  const { rows } = await databasePool().query<{ action: string }>(
    'SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY position',
    [id],
  );
  return rows.map(({ action }) => action);
}

const isFrozen = async () => {
  const { rows } = await databasePool().query(
    'SELECT FROM shoppers WHERE id = $1 AND frozen_at IS NULL',
    [MINA.id],
  );
  return rows.length === 0;
};

const openCases = async () => value(await readBoard(OWNER)).openCases;

describe('“It wasn’t me”', () => {
  it('opens one case and freezes the wallet, of fifty taps at once', async () => {
    const { payment } = await servedSoup();
    const taps = await Promise.all(Array.from({ length: 50 }, () => openCase(MINA, payment.id)));
    expect(new Set(taps.map((tap) => JSON.stringify(value(tap)))).size).toBe(1);
    expect(await isFrozen()).toBe(true);
    expect(await openCases()).toBe(1);
    expect((await actionsAbout(payment.id)).filter((one) => one === 'case.opened')).toHaveLength(1);
    const { payment: next } = await soup();
    expect(await payByPin(atCounter, next, { phone: mina.phone, pin: mina.pin })).toMatchObject({
      code: 'account-frozen',
    });
  });

  it('is for whoever paid, with a face, and while there is money to give back', async () => {
    const { payment, order } = await servedSoup();
    expect(await openCase(OTTO, payment.id)).toMatchObject({ code: 'not-found' });
    expect(await openCase(MINA, newUuid())).toMatchObject({ code: 'not-found' });
    const { payment: byPin } = await soup();
    value(await payByPin(atCounter, byPin, { phone: mina.phone, pin: mina.pin }));
    expect(await openCase(MINA, byPin.id)).toMatchObject({ code: 'wrong-state' });
    const all = { id: newUuid(), amount: money(3800, 'CNY') };
    value(await refundOrder(OWNER, order.id, all));
    expect(await openCase(MINA, payment.id)).toMatchObject({ code: 'wrong-state' });
    expect(await isFrozen()).toBe(false);
  });

  it('lets nobody unfreeze the wallet while the face is the old one', async () => {
    const { payment } = await servedSoup();
    value(await openCase(MINA, payment.id));
    const unfreeze = () => unfreezeWallet(MINA, { password: DEMO_PASSWORD });
    expect(await unfreeze()).toMatchObject({ code: 'new-face-needed' });
    value(await decideCase(NOOR, payment.id, REFUNDED));
    expect(await unfreeze()).toMatchObject({ code: 'new-face-needed' });
    await enrolFace(MINA, MINA_FACE);
    value(await unfreeze());
    expect(await isFrozen()).toBe(false);
  });
});

describe('the money', () => {
  it('comes back once, from the merchant and the operator at once', async () => {
    const { payment } = await servedSoup();
    const before = await balance(MINA);
    value(await openCase(MINA, payment.id));
    const decisions = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        i % 2 ? refundCase(OWNER, payment.id) : decideCase(NOOR, payment.id, REFUNDED),
      ),
    );
    expect(decisions.every(({ ok }) => ok)).toBe(true);
    expect(await balance(MINA)).toEqual([String(BigInt(before[0]) + 3800n), before[1]]);
    expect(value(await listOwnCases(MINA)).cases).toMatchObject([{ outcome: 'refunded' }]);
    expect(await openCases()).toBe(0);
    expect((await verifyLedger(databasePool())).fault).toBeUndefined();
  });

  it('is let go where it is only held, and the rest where part came back', async () => {
    const held = await paidSoup();
    const before = await balance(MINA);
    value(await openCase(MINA, held.payment.id));
    value(await refundCase(OWNER, held.payment.id));
    const freed = BigInt((await balance(MINA))[0]) - BigInt(before[0]);
    expect(freed).toBe(3800n);

    await databasePool().query('UPDATE shoppers SET frozen_at = NULL');
    const { payment, order } = await servedSoup();
    const part = { id: newUuid(), amount: money(800, 'CNY') };
    value(await openCase(MINA, payment.id));
    value(await refundOrder(OWNER, order.id, part));
    expect(value(await listOwnCases(MINA)).cases[0]).toMatchObject({ outcome: null });
    const [left] = await balance(MINA);
    value(await decideCase(NOOR, payment.id, REFUNDED));
    expect(BigInt((await balance(MINA))[0]) - BigInt(left)).toBe(3000n);
  });

  it('comes back with the staff’s own refund of all of it too, and the case is over', async () => {
    const { payment, order } = await servedSoup();
    value(await openCase(MINA, payment.id));
    const all = { id: newUuid(), amount: money(3800, 'CNY') };
    value(await refundOrder(OWNER, order.id, all));
    expect(value(await listOwnCases(MINA)).cases).toMatchObject([{ outcome: 'refunded' }]);
    expect(await decideCase(NOOR, payment.id, REFUSED)).toMatchObject({ code: 'wrong-state' });
  });

  it('stays where the operator says why, and the payer is told', async () => {
    const { payment } = await servedSoup();
    value(await openCase(MINA, payment.id));
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => decideCase(NOOR, payment.id, REFUSED)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(value(await listOwnCases(MINA)).cases).toMatchObject([REFUSED]);
    expect(await refundCase(OWNER, payment.id)).toMatchObject({ code: 'wrong-state' });
    const { rows } = await databasePool().query(
      `SELECT FROM outbox WHERE topic = 'case.refused' AND payload ->> 'paymentId' = $1`,
      [payment.id],
    );
    expect(rows).toHaveLength(1);
    expect(await actionsAbout(payment.id)).toContain('case.decided');
  });
});

describe('who looks into it', () => {
  it('is the merchant who was paid, and no other', async () => {
    const { payment } = await servedSoup();
    value(await openCase(MINA, payment.id));
    const other = staffOf(DEMO_SHOP);
    expect(value(await listMerchantCases(other)).cases).toEqual([]);
    expect(await refundCase(other, payment.id)).toMatchObject({ code: 'not-found' });
    expect(value(await listMerchantCases(OWNER)).cases).toMatchObject([
      { paymentId: payment.id, amount: { amount: '3800' }, outcome: null },
    ]);
  });

  it('is the operator, who sees what was measured, and no face', async () => {
    const { payment } = await servedSoup();
    value(await openCase(MINA, payment.id));
    expect(value(await listCases()).cases).toHaveLength(1);
    const { attempts } = value(await readCase(payment.id));
    expect(attempts).toMatchObject([{ outcome: 'accepted', terminalName: 'Counter 1' }]);
    expect(attempts[0]?.checks.map(({ name }) => name)).toContain('odds-of-life');
    const fields = attempts[0]?.checks.flatMap((check) => Object.keys(check));
    expect(new Set(fields)).toEqual(new Set(['name', 'value', 'threshold', 'passed']));
    expect(await readCase(newUuid())).toMatchObject({ code: 'not-found' });
  });
});

describe('what was seen', () => {
  const challengesOf = async (paymentId: Uuid) => {
    const { rows } = await databasePool().query('SELECT FROM challenges WHERE payment_id = $1', [
      paymentId,
    ]);
    return rows.length;
  };

  it('is kept while the case is open, and its usual time after it was decided', async () => {
    const [doubted, other] = [await servedSoup(), await servedSoup()];
    value(await openCase(MINA, doubted.payment.id));
    await databasePool().query(`UPDATE devices SET revoked_at = now() - interval '1 day'`);
    const clean = async (afterMs: number) => {
      const before = new Date(now().getTime() + afterMs);
      await deleteRevokedDevices(before, 1_000);
      await deleteChallenges(before, 1_000);
    };
    await clean(DAY_MS);
    expect(await challengesOf(other.payment.id)).toBe(0);
    expect(await challengesOf(doubted.payment.id)).toBe(1);
    await later(2 * DAY_MS, async () => decideCase(NOOR, doubted.payment.id, REFUSED));
    await clean(DAY_MS);
    expect(await challengesOf(doubted.payment.id)).toBe(1);
    await clean(3 * DAY_MS);
    expect(await challengesOf(doubted.payment.id)).toBe(0);
  });
});
