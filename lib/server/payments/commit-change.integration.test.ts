import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newUuid, writtenUuid, type Uuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import { changeOrder } from '@/lib/orders/change';
import type { Order } from '@/lib/orders/order';
import type { Change } from '@/lib/payments/change';
import { capturePayment } from '@/lib/payments/holding';
import { refundPayment } from '@/lib/payments/settling';
import { now } from '../clock';
import { verifyLedger } from '../db/ledger-verify';
import { commitChange, findPayment, type PaymentRecord } from '../db/payments-store';
import { createPool, databasePool } from '../db/pool';
import { balance, MINA, openDemo, paidSoup, value } from '../demo-store.fixture';
import { commitOn } from './commit';

openDemo();

let record: PaymentRecord;
beforeEach(async () => {
  const { payment } = await paidSoup();
  record = value(await commitOn(await read(payment.id), capturePayment));
});

async function read(paymentId: Uuid): Promise<PaymentRecord> {
  const found = await findPayment(paymentId);
  if (!found) throw new Error('no payment');
  return found;
}

const yuan = (amount: number) => money(amount * 100, 'CNY');
const moment = () => ({ at: now().toISOString(), newId: newUuid });

/** @throws when the payment is in no state for it */
function planned(refundId = newUuid(), amount = yuan(13)): Change {
  const change = refundPayment(record.payment, refundId, amount, moment());
  if (!change.ok) throw new Error(change.code);
  return change.value;
}

async function outboxCount(): Promise<number> {
  const { rowCount } = await databasePool().query(
    "SELECT FROM outbox WHERE topic = 'payment.refund'",
  );
  return rowCount ?? 0;
}

const refunds = async () => {
  const { state } = (await read(record.payment.id)).payment;
  return 'refunds' in state ? state.refunds.map(({ transferId }) => transferId) : [];
};

describe('a change of a payment', () => {
  it('sent again because its answer was lost is done once, and is still done', async () => {
    const change = planned();
    const before = await balance(MINA);
    const told = await outboxCount();
    expect(await commitChange(change, now())).toBe('ok');
    const after = await balance(MINA);
    expect(after).not.toEqual(before);
    expect(await commitChange(change, now())).toBe('ok');
    expect(await balance(MINA)).toEqual(after);
    expect(await outboxCount()).toBe(told + 1);
    expect(await refunds()).toHaveLength(1);
  });

  it('sent by fifty at once is done once', async () => {
    const change = planned();
    const before = await balance(MINA);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => commitChange(change, now())),
    );
    expect(new Set(answers)).toEqual(new Set(['ok']));
    expect(await refunds()).toHaveLength(1);
    expect(Number((await balance(MINA))[0]) - Number(before[0])).toBe(1300);
    expect((await verifyLedger(databasePool())).fault).toBeUndefined();
  });

  it('is a conflict when the payment has moved on to something else', async () => {
    const first = planned();
    const second = planned();
    expect(await commitChange(first, now())).toBe('ok');
    expect(await commitChange(second, now())).toBe('conflict');
    value(
      await commitOn(await read(record.payment.id), ({ payment }, at) =>
        refundPayment(payment, newUuid(), yuan(1), at),
      ),
    );
    expect(await commitChange(first, now())).toBe('conflict');
    expect(await refunds()).toHaveLength(2);
  });

  it('that looks like the one before it, but moves other money, is a conflict', async () => {
    const change = planned();
    expect(await commitChange(change, now())).toBe('ok');
    const [transfer, ...rest] = change.transfers;
    if (!transfer) throw new Error('no transfer');
    const other = { ...change, transfers: [{ ...transfer, id: newUuid() }, ...rest] };
    const before = await balance(MINA);
    expect(await commitChange(other, now())).toBe('conflict');
    expect(await balance(MINA)).toEqual(before);
  });

  it('does not take a transfer that is in the books for its own', async () => {
    const change = planned();
    expect(await commitChange(change, now())).toBe('ok');
    record = await read(record.payment.id);
    // The same id in another spelling: to the pure code it is another refund, to the ledger it is not.
    const [id = ''] = await refunds();
    const before = await balance(MINA);
    const again = planned(writtenUuid(id.toUpperCase()));
    expect(await commitChange(again, now())).toBe('exists');
    expect(await balance(MINA)).toEqual(before);
    expect(await refunds()).toHaveLength(1);
    expect((await verifyLedger(databasePool())).fault).toBeUndefined();
  });

  it('posts nothing when only a part of it is new', async () => {
    const change = planned();
    const refund = change.transfers.at(-1);
    if (!refund) throw new Error('no transfer');
    expect(await commitChange(change, now())).toBe('ok');
    record = await read(record.payment.id);
    const mixed = { ...planned(), transfers: [{ ...refund, id: newUuid() }, refund] };
    const before = await balance(MINA);
    expect(await commitChange(mixed, now())).toBe('exists');
    expect(await balance(MINA)).toEqual(before);
  });
});

it("the id of another payer's transfer is refused, whatever it moved", async () => {
  const { rows } = await databasePool().query<{ id: string }>('SELECT id FROM ledger_transfers');
  for (const { id } of rows.slice(0, 20)) {
    const refused = await commitOn(record, ({ payment }, at) =>
      refundPayment(payment, writtenUuid(id), yuan(1), at),
    );
    expect(refused).toEqual({ ok: false, code: 'id-reused' });
  }
  expect(rows.length).toBeGreaterThan(3);
  expect((await verifyLedger(databasePool())).fault).toBeUndefined();
});

it('survives connections that are cut while it is committed', async () => {
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  const before = await balance(MINA);
  const other = createPool(process.env.DATABASE_URL ?? '', 1);
  // One after the other: each begins where the one before it ended.
  let { payment } = record;
  for (let i = 0; i < 10; i += 1) {
    const change = refundPayment(payment, newUuid(), yuan(1), moment());
    if (!change.ok) throw new Error(change.code);
    // Every connection of the pool is cut at another moment of the commit.
    const [answer] = await Promise.all([
      commitChange(change.value, now()),
      wait(i).then(() => other.query(cut)),
    ]);
    expect(answer).toBe('ok');
    payment = { ...change.value.payment, version: payment.version + 1 };
  }
  await other.end();
  // A read on a connection that was cut last, and has not noticed yet, fails: reads are not retried.
  await vi.waitFor(async () => expect(await refunds()).toHaveLength(10));
  expect(Number((await balance(MINA))[0]) - Number(before[0])).toBe(1000);
  expect((await verifyLedger(databasePool())).fault).toBeUndefined();
});

it('an order that is marked ready twice by the same call is ready, and told once', async () => {
  const order = orderOf(record);
  const count = async () =>
    (await databasePool().query("SELECT FROM outbox WHERE topic = 'order.ready'")).rowCount;
  const told = (await count()) ?? 0;
  const readyAt = (at: string) => value(changeOrder(order, { kind: 'ready', at }));
  const ready = readyAt(now().toISOString());
  expect(await commitChange(ready, now())).toBe('ok');
  expect(await commitChange(ready, now())).toBe('ok');
  expect(await count()).toBe(told + 1);
  expect(await commitChange(readyAt('2026-11-22T12:00:00.000Z'), now())).toBe('conflict');
});

function orderOf({ order }: PaymentRecord): Order {
  if (!order) throw new Error('no order');
  return order;
}
