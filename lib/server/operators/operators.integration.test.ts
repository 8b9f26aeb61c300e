import { beforeEach, describe, expect, it } from 'vitest';
import { newUuid, writtenUuid } from '@/lib/ids/uuid';
import { money } from '@/lib/money/money';
import {
  operatorOfSession,
  shopperOfSession,
  staffOfSession,
  startSession,
} from '../access/sessions';
import { checkSignIn } from '../access/sign-in';
import { readActivity } from '../activity/read-activity';
import { PLATFORM_TRAIL, todayOf } from '../activity/trail';
import { later, now } from '../clock';
import { verifyLedger } from '../db/ledger-verify';
import { databasePool } from '../db/pool';
import { DEMO_OPERATOR, DEMO_PASSWORD, DEMO_SHOP } from '../demo/people';
import {
  ADDRESS,
  balance,
  freshBudget,
  MINA,
  mina,
  onPhone,
  openDemo,
  orderOf,
  payByPin,
  value,
} from '../demo-store.fixture';
import { placeOrder } from '../orders/place-order';
import { openDispute } from '../payments/open-dispute';
import { inviteOperator } from './invite-operator';
import { joinOperators } from './join-operators';
import { listDisputes, settleDispute } from './settle-disputes';

openDemo();
beforeEach(freshBudget);

const PASSWORD = 'noodles before noon';
const DAY_MS = 24 * 60 * 60 * 1000;
const invite = (email: string) => inviteOperator({ name: 'Sam', email }, now());
const signIn = (login: string, password: string) =>
  checkSignIn({ audience: 'operator', login, password, address: ADDRESS, device: undefined });

async function entriesOf(kind: string) {
  const search = new URLSearchParams({ kind });
  const read = await readActivity(PLATFORM_TRAIL, todayOf(PLATFORM_TRAIL), search);
  return value(read).entries.map(({ action, by }) => [action, by.name]);
}

describe('an operator', () => {
  it('is made by a link, once, of fifty at once', async () => {
    const token = await invite('Sam@platform.example');
    const joins = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        joinOperators({ token, password: PASSWORD }, `10.0.${i}.1`),
      ),
    );
    expect(joins.filter(({ ok }) => ok)).toHaveLength(1);
    const { id } = value(await signIn('sam@platform.example', PASSWORD));
    const session = await startSession('operator', id);
    expect(await operatorOfSession(session)).toMatchObject({ id, name: 'Sam' });
    expect([await staffOfSession(session), await shopperOfSession(session)]).toEqual([null, null]);
    expect(await entriesOf('operator')).toEqual([
      ['operator.signed-in', 'Sam'],
      ['operator.joined', 'Sam'],
      ['operator.invited', null],
    ]);
    expect((await verifyLedger(databasePool())).fault).toBeUndefined();
  });

  it('gets a new password by a new link, which ends the sessions of the old one', async () => {
    const session = await startSession('operator', DEMO_OPERATOR.id);
    const token = await invite(DEMO_OPERATOR.email);
    expect(await joinOperators({ token, password: 'short' }, ADDRESS)).toMatchObject({
      code: 'weak-password',
    });
    value(await joinOperators({ token, password: PASSWORD }, ADDRESS));
    expect(await operatorOfSession(session)).toBeNull();
    expect(await signIn(DEMO_OPERATOR.email, DEMO_PASSWORD)).toMatchObject({
      code: 'wrong-password',
    });
    expect(value(await signIn(DEMO_OPERATOR.email, PASSWORD)).id).toBe(DEMO_OPERATOR.id);
  });

  it('cannot join with an old link, a replaced one, or a made-up one', async () => {
    const [first, second] = [
      await invite('kim@platform.example'),
      await invite('kim@platform.example'),
    ];
    const join = (token: string) => joinOperators({ token, password: PASSWORD }, ADDRESS);
    for (const token of [first, 'a'.repeat(43)]) {
      expect(await join(token)).toMatchObject({ code: 'invitation-invalid' });
    }
    expect(await later(DAY_MS, () => join(second))).toMatchObject({ code: 'invitation-invalid' });
  });
});

describe('a dispute', () => {
  const NOOR = { id: DEMO_OPERATOR.id, name: DEMO_OPERATOR.name };

  async function disputedStamp() {
    const wish = { ...orderOf('stamp-hanover-1948'), storeId: DEMO_SHOP.storeId };
    const placed = value(await placeOrder(onPhone(MINA), { ...wish, channel: 'online' }));
    value(await payByPin(onPhone(MINA), placed.payment, { pin: mina.pin }));
    value(await openDispute(MINA, placed.payment.id, { reason: 'damaged' }));
    return writtenUuid(placed.payment.id);
  }

  it('is split once, of fifty at once, and no more than there is', async () => {
    const paymentId = await disputedStamp();
    expect(value(await listDisputes()).disputes).toMatchObject([{ paymentId, reason: 'damaged' }]);
    const split = (amount: number) =>
      settleDispute(NOOR, paymentId, { toShopper: money(amount, 'CNY') });
    expect(await split(1_000_000)).toMatchObject({ code: 'amount-out-of-range' });
    const [before] = await balance(MINA);
    const splits = await Promise.all(Array.from({ length: 50 }, () => split(1_000)));
    expect(splits.filter(({ ok }) => ok)).toHaveLength(1);
    expect(BigInt((await balance(MINA))[0]) - BigInt(before)).toBe(1_000n);
    expect(value(await listDisputes()).disputes).toEqual([]);
    expect(await split(1)).toMatchObject({ code: 'not-found' });
    expect(await settleDispute(NOOR, newUuid(), { toShopper: money(1, 'CNY') })).toMatchObject({
      code: 'not-found',
    });
  });
});
