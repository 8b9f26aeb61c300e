import type { GuestActor } from '@/lib/access/actors';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newUuid } from '@/lib/ids/uuid';
import { later, now } from '../clock';
import { databasePool } from '../db/pool';
import {
  ACTING_MS,
  ADDRESS,
  MINA,
  MINA_FACE,
  OTTO,
  OTTO_FACE,
  atCounter,
  challengeFor,
  deviceOf,
  freshBudget,
  greet,
  installTerminal,
  mina,
  onPhone,
  openDemo,
  payByPin,
  orderOf,
  otto,
  smile,
  soup,
  terminal,
  value,
} from '../demo-store.fixture';
import { ATTEMPTS_KEPT_MS, runJobs } from '../jobs/jobs';
import { beginFaceCheck } from '../payments/begin-face-check';
import { identify } from '../confirmation/identify-payer';
import { beginEnrolment } from '../shoppers/begin-enrolment';
import { placeOrder } from '../orders/place-order';
import { judgeWithinBudget } from './face-budget';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ELSEWHERE = '198.51.100.9';
/** Nobody has an account with it. */
const STRANGERS_NUMBER = '13900009999';

/** Another tablet of the same restaurant, in a network of its own. */
const counter2 = { ...terminal, id: newUuid(), name: 'Counter 2', deviceId: newUuid() };
const otherCounter: GuestActor = {
  terminal: counter2,
  shopper: null,
  address: ELSEWHERE,
};

openDemo();
beforeAll(async () => {
  await installTerminal(counter2);
});
beforeEach(freshBudget);

async function placed(guest: GuestActor) {
  return value(await placeOrder(guest, orderOf('noodle-soup', ['mild']))).payment;
}

const order = async (guest: GuestActor) => (await placed(guest)).id;

/** Otto's face with somebody's number, each time for another order. */
async function fail(times: number, digits: string = mina.phone) {
  for (let i = 0; i < times; i++) {
    expect(await smile(atCounter, await order(atCounter), OTTO_FACE, digits)).toMatchObject({
      code: 'face-unknown',
    });
  }
}

async function ask(guest: GuestActor, digits: string) {
  return beginFaceCheck(guest, await order(guest), { digits, screen: 'coloured' });
}

const WAIT = { ok: false, code: 'wait-a-little' };
const MADE = { ok: true };

async function subjects(): Promise<string[]> {
  const { rows } = await databasePool().query<{ subject: string }>(
    'SELECT DISTINCT subject FROM attempts',
  );
  return rows.map(({ subject }) => subject);
}

describe('refused faces in a row', () => {
  it('cost nothing up to four', async () => {
    await fail(4);
    expect(await ask(atCounter, mina.phone)).toMatchObject(MADE);
  });

  it('make wait from the fifth on, twice as long after each', async () => {
    await fail(5);
    const asked = await later(ACTING_MS, () => ask(atCounter, mina.phone));
    expect(asked).toMatchObject(WAIT);
    const seconds = asked.ok ? 0 : (asked.retryAfterSeconds ?? 0);
    expect(seconds).toBeGreaterThan(25);
    expect(seconds).toBeLessThanOrEqual(30);
    const over = ACTING_MS + 31_000;
    await later(over, () => fail(1));
    const again = await later(over + ACTING_MS, () => ask(atCounter, mina.phone));
    expect(again).toMatchObject(WAIT);
    expect(again.ok ? 0 : again.retryAfterSeconds).toBeGreaterThan(55);
    expect(await later(over + ACTING_MS + 61_000, () => ask(atCounter, mina.phone))).toMatchObject(
      MADE,
    );
  });

  it('leave the other ways after ten, until the PIN or an hour', async () => {
    for (let i = 0; i < 10; i++) await later(i * 10 * MINUTE_MS, () => fail(1));
    const end = 90 * MINUTE_MS + ACTING_MS;
    const after = (ms: number) => later(end + ms, () => ask(otherCounter, mina.phone));
    expect(await after(0)).toEqual({ ok: false, code: 'use-another-way' });
    expect(await after(HOUR_MS - 1_000)).toEqual({ ok: false, code: 'use-another-way' });
    expect(await after(HOUR_MS + 1_000)).toMatchObject(MADE);
    const byPin = { phone: mina.phone, pin: mina.pin };
    value(await payByPin(otherCounter, await placed(otherCounter), byPin));
    expect(await after(0)).toMatchObject(MADE);
  });

  it('count on against the counter when somebody else pays there in between', async () => {
    await fail(3, mina.phone);
    await fail(2, STRANGERS_NUMBER);
    const byPin = { phone: otto.phone, pin: otto.pin };
    value(await payByPin(atCounter, await placed(atCounter), byPin));
    expect(await later(ACTING_MS, () => ask(atCounter, otto.phone))).toMatchObject(WAIT);
    expect(await later(ACTING_MS, () => ask(otherCounter, otto.phone))).toMatchObject(MADE);
  });

  it('are forgotten with a success', async () => {
    await fail(4);
    value(await smile(atCounter, await order(atCounter), MINA_FACE, mina.phone));
    expect(await subjects()).toEqual([]);
    await fail(4);
    expect(await ask(atCounter, mina.phone)).toMatchObject(MADE);
  });

  it('are not forgotten by another person’s success elsewhere', async () => {
    await fail(5);
    value(await smile(otherCounter, await order(otherCounter), OTTO_FACE, otto.phone));
    expect(await later(ACTING_MS, () => ask(otherCounter, mina.phone))).toMatchObject(WAIT);
  });

  it('are counted for the person wherever they are tried, known or not', async () => {
    for (const digits of [mina.phone, STRANGERS_NUMBER]) {
      await freshBudget();
      await fail(5, digits);
      expect(await later(ACTING_MS, () => ask(otherCounter, digits))).toMatchObject(WAIT);
      expect(await later(ACTING_MS, () => ask(otherCounter, otto.phone))).toMatchObject(MADE);
    }
  });

  it('are counted for the device, whoever is tried', async () => {
    await fail(3, mina.phone);
    await fail(2, STRANGERS_NUMBER);
    const moved = { ...atCounter, address: ELSEWHERE };
    expect(await later(ACTING_MS, () => ask(moved, otto.phone))).toMatchObject(WAIT);
  });

  it('are counted for the address, which is nowhere in clear', async () => {
    await fail(3, mina.phone);
    await fail(2, STRANGERS_NUMBER);
    const beside = { ...otherCounter, address: ADDRESS };
    expect(await later(ACTING_MS, () => ask(beside, otto.phone))).toMatchObject(WAIT);
    expect(await later(ACTING_MS, () => ask(otherCounter, otto.phone))).toMatchObject(MADE);
    expect((await subjects()).join()).not.toContain(ADDRESS);
  });

  it('with four digits that several share are counted for none of them', async () => {
    const face = { candidateIds: [MINA.id, OTTO.id], terminalId: null, deviceId: null };
    for (let i = 0; i < 5; i++) {
      const judge = () => Promise.resolve({ ok: false, code: 'face-unknown' } as const);
      await judgeWithinBudget({ ...face, address: ADDRESS }, judge);
    }
    expect((await subjects()).filter((subject) => subject.startsWith('face:person:'))).toEqual([]);
    expect(await ask(otherCounter, mina.phone)).toMatchObject(MADE);
  });

  it('keep a person from enrolling too', async () => {
    await fail(5);
    const { id: deviceId } = await deviceOf(onPhone(MINA));
    const enrol = () => beginEnrolment(MINA, { deviceId, screen: 'coloured' }, ELSEWHERE);
    expect(await later(ACTING_MS, enrol)).toMatchObject(WAIT);
    expect(await later(ACTING_MS + 31_000, enrol)).toMatchObject(MADE);
  });

  it('count a greeting of nobody once, and a greeting of somebody not at all', async () => {
    const greeted = async (face: Float32Array) => {
      const { payment } = await soup();
      const device = await deviceOf(atCounter);
      const challenge = value(await challengeFor(atCounter, payment.id, device, mina.phone));
      return identify(terminal, payment.id, await greet(challenge, face, device), ADDRESS);
    };
    for (let i = 0; i < 4; i++) expect(await greeted(OTTO_FACE)).toMatchObject({ ok: false });
    for (let i = 0; i < 2; i++) expect(await greeted(MINA_FACE)).toMatchObject({ ok: true });
    expect(await greeted(OTTO_FACE)).toMatchObject({ code: 'face-unknown' });
    expect(await ask(atCounter, mina.phone)).toMatchObject(WAIT);
  });
});

it('the own PIN on the own phone gives the face back', async () => {
  const mine = onPhone(MINA);
  const phone = await deviceOf(mine);
  for (let i = 0; i < 5; i++) {
    expect(await smile(mine, (await soup()).payment.id, OTTO_FACE)).toMatchObject({ ok: false });
  }
  expect(await subjects()).toHaveLength(3);
  expect(await subjects()).toContain(`face:device:${phone.id}`);
  const { payment } = await soup();
  const tryAgain = () => challengeFor(mine, payment.id, phone);
  expect(await later(ACTING_MS, tryAgain)).toMatchObject(WAIT);
  value(await payByPin(mine, (await soup()).payment, { pin: mina.pin }));
  expect(await subjects()).toEqual([]);
  expect(await tryAgain()).toMatchObject(MADE);
});

it('old failures are deleted', async () => {
  await fail(2);
  const at = now().getTime();
  await runJobs(new Date(at + ATTEMPTS_KEPT_MS - MINUTE_MS));
  expect(await subjects()).toHaveLength(3);
  await runJobs(new Date(at + ATTEMPTS_KEPT_MS + MINUTE_MS));
  expect(await subjects()).toEqual([]);
});
