import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivityEntry } from '@/lib/api/activity';
import { newUuid } from '@/lib/ids/uuid';
import { checkSignIn } from '../access/sign-in';
import { startSession } from '../access/sessions';
import { databasePool } from '../db/pool';
import { verifyLedger } from '../db/ledger-verify';
import { DEMO_PASSWORD, DEMO_RESTAURANT, DEMO_SHOP, DEMO_SHOPPERS } from '../demo/people';
import {
  ADDRESS,
  atCounter,
  freshBudget,
  MINA,
  mina,
  openDemo,
  otto,
  OTTO_FACE,
  paidSoup,
  payByPin,
  smile,
  soup,
  staffOf,
  terminal,
  value,
} from '../demo-store.fixture';
import { acceptOrder } from '../orders/accept-order';
import { refundOrder } from '../orders/refund-order';
import { rejectOrder } from '../orders/reject-order';
import { freezeWallet } from '../shoppers/freeze-wallet';
import { unfreezeWallet } from '../shoppers/unfreeze-wallet';
import { createPairingCode } from '../terminals/create-pairing-code';
import { downloadActivity } from './download-activity';
import { payOut } from '../merchants/pay-out';
import { readActivity } from './read-activity';
import { merchantTrail, todayOf } from './trail';

openDemo();
beforeEach(freshBudget);

const OWNER = staffOf(DEMO_RESTAURANT);
const LIN = DEMO_RESTAURANT.staff;
const nothing = new URLSearchParams();

async function read(search: Record<string, string> = {}, owner = OWNER) {
  const trail = await merchantTrail(owner);
  return value(await readActivity(trail, todayOf(trail), new URLSearchParams(search)));
}

async function newestOf(count: number): Promise<readonly ActivityEntry[]> {
  return (await read()).entries.slice(0, count);
}

describe('what stands in the trail', () => {
  it('who paid how, accepted, gave back and was paid out, each once', async () => {
    const { order, payment } = await paidSoup();
    value(await acceptOrder(OWNER, order.id));
    const refund = { id: newUuid(), amount: { ...payment.amount, amount: 100n } } as never;
    value(await refundOrder(OWNER, order.id, refund));
    value(await refundOrder(OWNER, order.id, refund));
    const payout = { id: newUuid(), amount: { ...payment.amount, amount: 100n } } as never;
    value(await payOut(OWNER, payout));
    value(await payOut(OWNER, payout));
    const entries = await newestOf(4);
    expect(entries.map(({ action, by }) => [action, by.kind, by.name])).toEqual([
      ['payout.made', 'staff', LIN.name],
      ['payment.refunded', 'staff', LIN.name],
      ['order.accepted', 'staff', LIN.name],
      ['payment.authorized', 'shopper', null],
    ]);
    expect(entries[3]?.details).toMatchObject({ way: 'face', terminalId: terminal.id });
    expect(entries[1]?.details).toMatchObject({ amount: '100 CNY' });
    expect(entries.slice(1).every(({ ticket }) => ticket !== null)).toBe(true);
  });

  it('rejects, faces and PINs that did not pay, without whose', async () => {
    const { order } = await paidSoup();
    value(await rejectOrder(OWNER, order.id, { reason: 'sold-out' }));
    const { payment } = await soup();
    await smile(atCounter, payment.id, OTTO_FACE, mina.phone);
    await payByPin(atCounter, payment, { phone: mina.phone, pin: '314151' });
    const [pin, face, rejected] = await newestOf(3);
    expect(rejected).toMatchObject({ action: 'order.rejected', details: { reason: 'sold-out' } });
    for (const [entry, way] of [
      [face, 'face'],
      [pin, 'pin'],
    ] as const) {
      expect(entry).toMatchObject({ action: 'payment.refused', details: { way } });
      expect(entry?.by).toEqual({ kind: 'terminal', name: terminal.name });
    }
  });

  it('sign-ins of staff, and codes for counters', async () => {
    await startSession('staff', LIN.id);
    const from = {
      audience: 'staff',
      login: LIN.email,
      address: ADDRESS,
      device: undefined,
    } as const;
    await checkSignIn({ ...from, password: 'not this one' });
    await checkSignIn({ ...from, password: DEMO_PASSWORD });
    await createPairingCode(OWNER.storeId, { kind: 'staff', id: LIN.id });
    expect((await newestOf(3)).map(({ action }) => action)).toEqual([
      'terminal.code-made',
      'staff.sign-in-refused',
      'staff.signed-in',
    ]);
  });

  it('of a shopper only ids, in no trail of a merchant', async () => {
    await freezeWallet(MINA);
    await freezeWallet(MINA);
    value(await unfreezeWallet(MINA, { password: DEMO_PASSWORD }));
    const { rows } = await databasePool().query(
      `SELECT action, actor_name FROM audit_entries
        WHERE actor_id = $1 AND action LIKE 'wallet.%' AND store_id IS NULL ORDER BY position`,
      [MINA.id],
    );
    expect(rows).toEqual([
      { action: 'wallet.frozen', actor_name: null },
      { action: 'wallet.unfrozen', actor_name: null },
    ]);
    const { rows: all } = await databasePool().query<{ text: string }>(
      'SELECT to_jsonb(audit_entries)::text AS text FROM audit_entries',
    );
    const text = all.map((row) => row.text).join('\n');
    for (const secret of [MINA.name, mina.phone, otto.phone, 'argon2', DEMO_PASSWORD]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('what an owner reads', () => {
  it('is of the own merchant alone, also with the id of another one’s staff', async () => {
    await paidSoup();
    const other = staffOf(DEMO_SHOP);
    await startSession('staff', DEMO_SHOP.staff.id);
    const theirs = await read({}, other);
    expect(theirs.entries.map(({ action }) => action)).toEqual(['staff.signed-in']);
    expect((await read({ person: DEMO_SHOP.staff.id })).entries).toEqual([]);
    const trail = await merchantTrail(other);
    const csv = await value(await downloadActivity(trail, todayOf(trail), nothing)).text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
  });

  it('is filtered by person and kind, and comes in pages without a gap', async () => {
    for (let i = 0; i < 60; i += 1) await startSession('staff', LIN.id);
    const ids: string[] = [];
    for (let before: string | null = ''; before !== null;) {
      const page: Awaited<ReturnType<typeof read>> = await read({
        ...{ person: LIN.id, kind: 'staff' },
        ...(before && { before }),
      });
      expect(page.people).toEqual([{ id: LIN.id, name: LIN.name }]);
      ids.push(...page.entries.map(({ id }) => id));
      before = page.next;
    }
    const { rows } = await databasePool().query<{ id: string }>(
      `SELECT id FROM audit_entries WHERE actor_id = $1 AND action LIKE 'staff.%'
        ORDER BY position DESC`,
      [LIN.id],
    );
    expect(ids).toEqual(rows.map(({ id }) => id));
    expect(ids.length).toBeGreaterThanOrEqual(60);
  });

  it('refuses what is no filter, and days that have not begun', async () => {
    const trail = await merchantTrail(OWNER);
    const today = todayOf(trail);
    for (const search of ['before=-1', 'person=Lin', 'kind=shopper']) {
      const answer = await readActivity(trail, today, new URLSearchParams(search));
      expect(answer).toMatchObject({ code: 'invalid-request' });
    }
    expect(await readActivity(trail, '2999-01-01', nothing)).toMatchObject({ code: 'not-found' });
  });

  it('cannot become a formula of a spreadsheet', async () => {
    await databasePool().query('UPDATE staff SET name = $2 WHERE id = $1', [
      LIN.id,
      '=HYPERLINK("x"),1',
    ]);
    await startSession('staff', LIN.id);
    const trail = await merchantTrail(OWNER);
    const csv = await value(await downloadActivity(trail, todayOf(trail), nothing)).text();
    expect(csv).toContain(`,staff,"'=HYPERLINK(""x""),1",`);
    expect(csv).not.toMatch(/(^|[,"])=HYPERLINK/m);
  });
});

it('is whole after fifty payments at once, and tells each that was made', async () => {
  const orders = await Promise.all(Array.from({ length: 50 }, () => soup()));
  const paid = await Promise.all(
    orders.map(({ payment }) =>
      payByPin(atCounter, payment, { phone: mina.phone, pin: DEMO_SHOPPERS[0].pin }),
    ),
  );
  const made = orders.filter((_, i) => paid[i]?.ok).map(({ payment }) => payment.id);
  expect(made.length).toBeGreaterThan(1);
  const { rows } = await databasePool().query<{ id: string }>(
    `SELECT subject_id AS id FROM audit_entries
      WHERE action = 'payment.authorized' AND subject_id = ANY ($1)`,
    [orders.map(({ payment }) => payment.id)],
  );
  expect(rows.map(({ id }) => id).toSorted()).toEqual(made.toSorted());
  expect(await verifyLedger(databasePool())).toMatchObject({ fault: undefined });
});
