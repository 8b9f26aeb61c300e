import { beforeAll, beforeEach, expect, it } from 'vitest';
import { hashIntent, ownIntent } from '@/lib/intents/intent';
import { minor, money } from '@/lib/money/money';
import { newUuid } from '@/lib/ids/uuid';
import { paymentIntentOf } from '@/lib/payments/payment-intent';
import { TestAuthenticator, type Misdoings } from '../access/passkeys/authenticator.fixture';
import { beginConfirmation } from '../confirmation/begin-confirmation';
import { confirmByPasskey } from '../confirmation/confirm-by-passkey';
import { raiseLimitIntentOf } from '@/lib/payments/limits/raise-intent';
import { DEMO_SHOP } from '../demo/people';
import {
  balance,
  freshBudget,
  MINA,
  onPhone,
  openDemo,
  orderOf,
  OTTO,
  soup,
  value,
} from '../demo-store.fixture';
import { placeOrder } from '../orders/place-order';
import { freezeWallet } from '../shoppers/freeze-wallet';
import { beginOwnRegistration, registerPasskey } from '../shoppers/register-passkey';
import { topUpWallet } from '../shoppers/top-up-wallet';
import { authorizeByPasskey, beginByPasskey } from './authorize-by-passkey';

openDemo();
beforeEach(freshBudget);

const HERE = { id: 'localhost', origins: ['http://localhost:3000'] };
let minas: TestAuthenticator;
let ottos: TestAuthenticator;

async function keyOf(who: typeof MINA): Promise<TestAuthenticator> {
  const shopper = { ...who, signedInAt: new Date() };
  const key = new TestAuthenticator();
  const { challenge } = value(await beginOwnRegistration(shopper, HERE));
  value(await registerPasskey(shopper, { name: 'x', response: key.register(challenge) }, HERE));
  return key;
}
beforeAll(async () => {
  [minas, ottos] = [await keyOf(MINA), await keyOf(OTTO)];
  value(await topUpWallet(MINA, { id: newUuid(), amount: money(50_000, 'CNY') }));
});

const stamp = async () =>
  value(
    await placeOrder(onPhone(MINA), {
      ...{ ...orderOf('stamp-hanover-1948'), storeId: DEMO_SHOP.storeId },
      channel: 'online',
    }),
  );
type Placed = Awaited<ReturnType<typeof stamp>>;

const shownFor = ({ payment }: Placed) => hashIntent(paymentIntentOf(payment, 'own-phone'));

async function signed(placed: Placed, key = minas, wrong: Misdoings = {}) {
  const options = value(await beginByPasskey(MINA, placed.payment.id, shownFor(placed), HERE));
  return key.authenticate(options.challenge, wrong);
}

it('pays what was signed, and of fifty at once once', async () => {
  const placed = await stamp();
  const response = await signed(placed);
  const [before] = await balance(MINA);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => authorizeByPasskey(MINA, placed.payment.id, response, HERE)),
  );
  const paid = answers.filter(({ ok }) => ok);
  expect(paid).toHaveLength(1);
  expect(paid[0]).toMatchObject({ value: { payment: { method: 'passkey' } } });
  const [after] = await balance(MINA);
  expect(BigInt(before) - BigInt(after)).toBe(4_800n);
});

it('is not asked to sign another amount than the server’s', async () => {
  const { payment, ...rest } = await stamp();
  const cheaper = { ...payment, amount: { ...payment.amount, amount: '1' } };
  const answer = await beginByPasskey(
    MINA,
    payment.id,
    shownFor({ ...rest, payment: cheaper }),
    HERE,
  );
  expect(answer).toEqual({ ok: false, code: 'intent-changed' });
});

it('what was signed for one payment pays no other', async () => {
  const [one, other] = [await stamp(), await stamp()];
  const response = await signed(one);
  expect(await authorizeByPasskey(MINA, other.payment.id, response, HERE)).toMatchObject({
    code: 'intent-changed',
  });
  expect(await authorizeByPasskey(MINA, one.payment.id, response, HERE)).toMatchObject({
    code: 'passkey-refused',
  });
});

it('nobody else’s key signs for her, and none pays what is not hers', async () => {
  const placed = await stamp();
  const foreign = await signed(placed, ottos);
  expect(await authorizeByPasskey(MINA, placed.payment.id, foreign, HERE)).toMatchObject({
    code: 'passkey-refused',
  });
  expect(await beginByPasskey(OTTO, placed.payment.id, shownFor(placed), HERE)).toMatchObject({
    code: 'not-found',
  });
  const own = await signed(placed);
  expect(await authorizeByPasskey(OTTO, placed.payment.id, own, HERE)).toMatchObject({
    code: 'not-found',
  });
  expect(
    await authorizeByPasskey(
      MINA,
      placed.payment.id,
      await signed(placed, minas, { unverified: true }),
      HERE,
    ),
  ).toMatchObject({ code: 'passkey-refused' });
});

it('pays at a counter’s QR code too, and nothing from a frozen wallet', async () => {
  const placed = await soup();
  value(await authorizeByPasskey(MINA, placed.payment.id, await signed(placed), HERE));
  const next = await stamp();
  value(await freezeWallet(MINA));
  expect(await authorizeByPasskey(MINA, next.payment.id, await signed(next), HERE)).toMatchObject({
    code: 'account-frozen',
  });
});

it('confirms the raise that was signed, and no higher one; nor another act', async () => {
  const limits = (perDay: number) => ({
    ...{ perPayment: minor(1_000), perDay: minor(perDay) },
    smallOnly: false,
  });
  const raise = (perDay: number) => (until: Date) =>
    raiseLimitIntentOf(MINA.id, limits(perDay), 'CNY', until);
  const sign = async () => {
    const { challenge } = value(await beginConfirmation(MINA, raise(2_000), HERE));
    return minas.authenticate(challenge);
  };
  expect(await confirmByPasskey(MINA, raise(9_000), await sign(), HERE)).toMatchObject({
    code: 'intent-changed',
  });
  const unfreeze = (until: Date) => ownIntent('unfreeze', MINA.id, until);
  expect(await confirmByPasskey(MINA, unfreeze, await sign(), HERE)).toMatchObject({
    code: 'intent-changed',
  });
  expect(await confirmByPasskey(MINA, raise(2_000), await sign(), HERE)).toMatchObject({
    ok: true,
  });
});
