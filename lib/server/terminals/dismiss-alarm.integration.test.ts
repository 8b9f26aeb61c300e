import { beforeEach, describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { later, now } from '../clock';
import { databasePool } from '../db/pool';
import { onStoreChange } from '../db/store-changes';
import {
  ACTING_MS,
  MINA_FACE,
  OTTO_FACE,
  atCounter,
  freshBudget,
  mina,
  openDemo,
  paidSoup,
  smile,
  soup,
  staffOf,
  terminal,
  value,
} from '../demo-store.fixture';
import { DEMO_RESTAURANT, DEMO_SHOP } from '../demo/people';
import { runJobs } from '../jobs/jobs';
import { dispatchDue } from '../events/dispatcher';
import { SUBSCRIBERS } from '../events/subscribers';
import { dismissAlarm } from './dismiss-alarm';
import { readBoard } from '../orders/read-board';

const MINUTE_MS = 60_000;
const staff = staffOf(DEMO_RESTAURANT);

openDemo();
beforeEach(async () => {
  await freshBudget();
  await databasePool().query('DELETE FROM outbox');
});

async function refuse(times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    expect(await smile(atCounter, (await soup()).payment.id, OTTO_FACE, mina.phone)).toMatchObject({
      code: 'face-unknown',
    });
  }
}

/** What the board shows, so much later. */
async function alarms(laterMs = ACTING_MS, of = staff) {
  return later(laterMs, async () => value(await readBoard(of)).alarms);
}

async function messages() {
  const { rows } = await databasePool().query<{ topic: string; payload: unknown }>(
    "SELECT topic, payload FROM outbox WHERE topic LIKE 'terminal.%' ORDER BY created_at",
  );
  return rows;
}

describe('the staff', () => {
  it('are asked to have a look after three refused faces, once', async () => {
    await refuse(2);
    expect(await alarms()).toEqual([]);
    await refuse(1);
    const [alarm, ...others] = await alarms();
    expect(alarm).toMatchObject({ terminalName: terminal.name });
    expect(others).toEqual([]);
    await refuse(2);
    expect(await alarms()).toEqual([alarm]);
    expect(await messages()).toEqual([
      { topic: 'terminal.faces-refused', payload: { terminalId: terminal.id } },
    ]);
  });

  it('are asked once when the faces come all at once', async () => {
    const orders = await Promise.all(Array.from({ length: 5 }, soup));
    await Promise.all(
      orders.map(({ payment }) => smile(atCounter, payment.id, OTTO_FACE, mina.phone)),
    );
    expect(await alarms()).toHaveLength(1);
    expect(await messages()).toHaveLength(1);
  });

  it('are not asked when somebody was recognised in between', async () => {
    await refuse(2);
    value(await smile(atCounter, (await soup()).payment.id, MINA_FACE, mina.phone));
    await refuse(2);
    expect(await alarms()).toEqual([]);
  });

  it('are not asked for three refused faces over a whole evening', async () => {
    for (const minutes of [0, 6, 12]) await later(minutes * MINUTE_MS, () => refuse(1));
    expect(await alarms(13 * MINUTE_MS)).toEqual([]);
  });

  it('see it at once, on the board', async () => {
    const seen = new Promise<void>((resolve) => {
      const stop = onStoreChange(staff.storeId, () => {
        void alarms().then((shown) => {
          if (shown.length === 0) return; // the listener connected, or another change
          stop();
          resolve();
        });
      });
    });
    await refuse(3);
    await later(MINUTE_MS, () => dispatchDue(SUBSCRIBERS, now()));
    await seen;
  });

  it('dismiss it for all tablets, and hear of three more', async () => {
    await refuse(3);
    const [alarm] = await alarms();
    const others = staffOf(DEMO_SHOP);
    expect(await alarms(ACTING_MS, others)).toEqual([]);
    const unknown = { ok: false, code: 'not-found' };
    expect(await dismissAlarm(others, alarm?.id ?? newUuid())).toEqual(unknown);
    expect(await dismissAlarm(staff, newUuid())).toEqual(unknown);
    expect(await alarms()).toEqual([alarm]);
    value(await later(ACTING_MS, () => dismissAlarm(staff, alarm?.id ?? newUuid())));
    value(await later(ACTING_MS, () => dismissAlarm(staff, alarm?.id ?? newUuid())));
    expect(await alarms()).toEqual([]);
    expect((await messages()).map(({ topic }) => topic)).toEqual([
      'terminal.faces-refused',
      'terminal.alarm-dismissed',
    ]);

    for (const minutes of [1, 3]) await later(minutes * MINUTE_MS, () => refuse(1));
    expect(await alarms(4 * MINUTE_MS)).toEqual([]);
    await later(6 * MINUTE_MS, () => refuse(1));
    const [again] = await alarms(7 * MINUTE_MS);
    expect(again?.id).not.toBe(alarm?.id);
    // A tablet that still showed the first one has not seen the second.
    expect(await dismissAlarm(staff, alarm?.id ?? newUuid())).toEqual(unknown);
    expect(await alarms(7 * MINUTE_MS)).toEqual([again]);
  });

  it('do not see it for longer than an hour, and the boards are told', async () => {
    await refuse(3);
    expect(await alarms(59 * MINUTE_MS)).toHaveLength(1);
    expect(await alarms(61 * MINUTE_MS)).toEqual([]);
    await runJobs(new Date(now().getTime() + 61 * MINUTE_MS));
    expect((await messages()).map(({ topic }) => topic)).toEqual([
      'terminal.faces-refused',
      'terminal.alarm-over',
    ]);
  });
});

it('a quiet counter raises nothing', async () => {
  await paidSoup();
  expect(await alarms()).toEqual([]);
  expect(await messages()).toEqual([]);
});
