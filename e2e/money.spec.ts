import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { choose, pairCounter, readApproval, tapPay } from './people/guest';
import { balance, choosePin, signUp, stranger, topUp, typeOnKeypad } from './people/shopper';
import { column, orderCard, signInStaff } from './people/staff';

/** Somebody with ¥200 and a PIN; no camera is needed for what is tested here. */
async function withMoney(phone: Page) {
  const card = stranger('Ida Holm');
  await signUp(phone, card);
  await phone.getByRole('button', { name: 'Not now' }).click();
  await choosePin(phone, card);
  await topUp(phone, 200);
  return card;
}

test('a tip is chosen before Pay, and what is missing is not charged', async ({
  phone,
  counter,
  tablet,
}) => {
  test.setTimeout(120_000);
  const ida = await withMoney(phone);
  await signInStaff(tablet);
  await pairCounter(counter);

  const ticket = await test.step('the tip is on the button before anything is asked', async () => {
    await choose(counter, 'Beef noodle soup');
    await choose(counter, 'Lemonade');
    await expect(counter.getByRole('radio', { name: 'No tip' })).toBeChecked();
    await counter.getByRole('radio', { name: /^10 %/ }).check();
    await expect(counter.getByRole('button', { name: 'Pay ¥59.40' })).toBeVisible();
    await tapPay(counter);
    await counter.getByRole('button', { name: 'Pay with PIN' }).click();
    await typeOnKeypad(counter, 'Phone number', ida.phone);
    await counter.getByRole('button', { name: 'Next: PIN' }).click();
    await typeOnKeypad(counter, 'PIN', ida.pin);
    return readApproval(counter);
  });

  await test.step('staff accept it without the lemonade', async () => {
    const card = orderCard(tablet, ticket);
    await expect(card).toContainText('Tip ¥5.40');
    await card.getByRole('button', { name: 'Not everything' }).click();
    const dialog = tablet.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: 'Accept the rest' })).toBeDisabled();
    await dialog.getByRole('checkbox', { name: /Lemonade/ }).check();
    await dialog.getByRole('button', { name: 'Accept the rest' }).click();
    await expect(column(tablet, 'Preparing')).toContainText('¥43.40');
    expect(await balance(phone)).toContain('¥156.60');
  });
});

test('goods are paid when they are there, and not while something is wrong', async ({
  phone,
  tablet,
}) => {
  test.setTimeout(120_000);
  const ida = await withMoney(phone);
  await signInStaff(tablet, 'ida@fairgoods.example', 'Fair Goods');

  const ticket = await test.step('the money waits until the goods are there', async () => {
    await phone.goto('/shop');
    await phone.getByRole('link', { name: /Hanover/ }).click();
    await phone.getByRole('button', { name: /^Add/ }).click();
    await phone.goto('/cart');
    await phone.getByRole('button', { name: 'Pay ¥48.00 to Fair Goods' }).click();
    await phone.getByRole('button', { name: 'Pay with your PIN' }).click();
    await typeOnKeypad(phone, 'Your PIN', ida.pin);
    await phone.getByRole('button', { name: 'Pay ¥48.00' }).click();
    await expect(phone.getByText(/We keep ¥\d+\.00 safe/)).toBeVisible();
    return Number(/No\. (\d+)/.exec(await phone.getByLabel('Receipt').innerText())?.[1]);
  });

  await test.step('the shop sends it', async () => {
    await expect(column(tablet, 'To send')).toContainText('Paid when it has arrived');
    await orderCard(tablet, ticket).getByRole('button', { name: 'Sent' }).click();
    await expect(column(tablet, 'On the way').getByText('Online')).toBeVisible();
    await expect(phone.getByText('On its way')).toBeVisible();
  });

  await test.step('something is wrong, and the shop reads it', async () => {
    await phone.getByRole('button', { name: 'Something is wrong' }).click();
    await phone.getByRole('button', { name: 'It is damaged' }).click();
    await expect(phone.getByText('We are looking into it')).toBeVisible();
    await expect(orderCard(tablet, ticket)).toContainText('Guest says: it is damaged');
  });

  await test.step('part of it is given back, and all is well', async () => {
    await orderCard(tablet, ticket).getByRole('button', { name: 'Refund' }).click();
    await tablet.getByLabel('Amount').fill('5');
    await tablet.getByRole('button', { name: 'Refund ¥5.00' }).click();
    await phone.getByRole('button', { name: 'All is well now' }).click();
    await expect(phone.getByText('Paid, partly given back')).toBeVisible();
    await expect(column(tablet, 'Done')).toContainText('Arrived');
  });
});

test('a request that is sent again with its key gets the first answer', async ({ phone }) => {
  await withMoney(phone);
  const id = crypto.randomUUID();
  const send = (yuan: number) =>
    phone.request.post('/api/me/top-ups', {
      headers: { 'idempotency-key': `top-up-${id}` },
      data: { id, amount: { amount: `${yuan}00`, currency: 'CNY' } },
    });
  const answers = await Promise.all([send(5), send(5), send(5)]);
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
  expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200]);
  await topUp(phone, 10);
  expect(await (await send(5)).text()).toBe(texts[0]);
  const other = await send(6);
  expect(other.status()).toBe(409);
  expect(await other.json()).toMatchObject({ code: 'idempotency-key-reused' });
  expect(await balance(phone)).toContain('¥215.00');
});

test('a frozen wallet pays nothing until its owner types the password', async ({
  phone,
  counter,
}) => {
  test.setTimeout(90_000);
  const ida = await withMoney(phone);
  await pairCounter(counter);
  await choose(counter, 'Lemonade');
  const payByPin = async () => {
    await tapPay(counter);
    await counter.getByRole('button', { name: 'Pay with PIN' }).click();
    await typeOnKeypad(counter, 'Phone number', ida.phone);
    await counter.getByRole('button', { name: 'Next: PIN' }).click();
    await typeOnKeypad(counter, 'PIN', ida.pin);
  };

  await phone.goto('/me');
  await phone.getByRole('button', { name: 'Freeze' }).click();
  await expect(phone.getByText('Your wallet is frozen')).toBeVisible();
  await payByPin();
  await expect(counter.getByRole('heading', { name: 'The wallet is frozen' })).toBeVisible();
  await counter.getByRole('button', { name: 'Back to the order' }).click();

  await phone.getByRole('button', { name: 'Unfreeze' }).click();
  const dialog = phone.getByRole('dialog', { name: 'Unfreeze your wallet' });
  await dialog.getByLabel('Password', { exact: true }).fill('not this one');
  await dialog.getByRole('button', { name: 'Unfreeze' }).click();
  await expect(dialog.getByText('That is not the password')).toBeVisible();
  await dialog.getByLabel('Password', { exact: true }).fill(ida.password);
  await dialog.getByRole('button', { name: 'Unfreeze' }).click();
  await expect(phone.getByRole('button', { name: 'Freeze' })).toBeVisible();
  await payByPin();
  await readApproval(counter);
});
