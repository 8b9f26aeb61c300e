import type { Page } from '@playwright/test';
import {
  actAs,
  busyCamera,
  leave,
  loseCamera,
  noCamera,
  refuseCamera,
  twoPeople,
} from '@/testing/actor/stage';
import { expect, test } from './fixtures';
import { choose, pairCounter, readApproval, tapPay, typeDigits } from './people/guest';
import { balance, lastFour, readReceipt, settleIn, stranger, typeOnKeypad } from './people/shopper';
import { column, orderCard, signInStaff } from './people/staff';

/** Ana has a face and ¥200; the counter and the staff's tablet stand ready. */
async function openRestaurant(phone: Page, counter: Page, tablet: Page) {
  const ana = stranger('Ana Berg');
  await actAs(phone, { face: 'ana' });
  await settleIn(phone, ana, 200);
  await signInStaff(tablet);
  await actAs(counter, { face: 'ana' });
  await pairCounter(counter);
  return ana;
}

test('a meal from the menu to the hand-over', async ({ phone, counter, tablet }) => {
  test.setTimeout(180_000);
  const ana = await openRestaurant(phone, counter, tablet);

  const first = await test.step('a newcomer types the whole number and smiles', async () => {
    await choose(counter, 'Beef noodle soup');
    await tapPay(counter);
    await typeDigits(counter, ana.phone);
    await expect(counter.getByText('K Pro').first()).toBeVisible();
    await expect(counter.getByText('Smile to pay ¥38.00')).toBeVisible();
    return readApproval(counter);
  });

  await test.step('staff see it within a second, accept it, and it is taken', async () => {
    const card = orderCard(tablet, first);
    await expect(card).toBeVisible({ timeout: 1_000 });
    await expect(card).toContainText('Beef noodle soup');
    await expect(card).toContainText('Ana B.');
    expect(await balance(phone)).toMatch(/¥162\.00[^]*¥38\.00/);
    await card.getByRole('button', { name: 'Accept' }).click();
    await expect(column(tablet, 'Preparing')).toContainText('Beef noodle soup');
    expect(await balance(phone)).not.toContain('¥38.00');
    await orderCard(tablet, first).getByRole('button', { name: 'Ready' }).click();
    await orderCard(tablet, first).getByRole('button', { name: 'Picked up' }).click();
  });

  const second = await test.step('a regular types four digits', async () => {
    await counter.getByRole('button', { name: 'Done' }).click();
    await choose(counter, 'Lemonade');
    await tapPay(counter);
    await typeDigits(counter, lastFour(ana));
    return readApproval(counter);
  });

  await test.step('staff reject it, and the hold is gone', async () => {
    expect(await balance(phone)).toContain('¥146.00');
    await orderCard(tablet, second).getByRole('button', { name: 'Reject' }).click();
    await tablet.getByRole('button', { name: 'Sold out' }).click();
    await expect(orderCard(tablet, second)).toContainText(/reject/i);
    expect(await balance(phone)).toContain('¥162.00');
  });

  await test.step('a refund gives part of it back', async () => {
    await orderCard(tablet, first).getByRole('button', { name: 'Refund' }).click();
    await tablet.getByLabel('Amount').fill('8');
    await tablet.getByRole('button', { name: 'Refund ¥8.00' }).click();
    await expect(tablet.getByRole('dialog')).toBeHidden();
    expect(await balance(phone)).toContain('¥170.00');
  });
});

test('another face is unknown, and the other ways still pay', async ({
  phone,
  counter,
  tablet,
}) => {
  test.setTimeout(180_000);
  const ana = await openRestaurant(phone, counter, tablet);
  await choose(counter, 'Beef noodle soup');
  await tapPay(counter);

  await test.step("somebody else's face with Ana's number moves nothing", async () => {
    await actAs(counter, { face: 'fay' });
    await typeDigits(counter, ana.phone);
    await expect(counter.getByRole('heading', { name: 'We did not recognise you' })).toBeVisible({
      timeout: 40_000,
    });
    expect(await balance(phone)).toContain('¥200.00');
  });

  await test.step('the PIN pays, at the same price, once', async () => {
    await counter.getByRole('button', { name: 'Pay with PIN' }).click();
    await typeOnKeypad(counter, 'PIN', '000000');
    await expect(counter.getByRole('alert').filter({ hasText: /./ })).toBeVisible();
    await typeOnKeypad(counter, 'PIN', ana.pin);
    await readApproval(counter);
    expect(await balance(phone)).toContain('¥162.00');
  });
});

test('who cannot be seen is told what to do, and pays on the own phone', async ({
  phone,
  counter,
  tablet,
}) => {
  test.setTimeout(180_000);
  const ana = await openRestaurant(phone, counter, tablet);
  await choose(counter, 'Mango pudding');
  await tapPay(counter);
  const instruction = counter.getByRole('status').filter({ hasText: /./ });

  await test.step('nobody in front', async () => {
    await leave(counter);
    await typeDigits(counter, ana.phone);
    await expect(instruction.getByText('Come into the oval')).toBeVisible({ timeout: 15_000 });
  });

  await test.step('two faces', async () => {
    await twoPeople(counter, 'ana', 'fay');
    await expect(instruction.getByText('One person at a time, please')).toBeVisible({
      timeout: 15_000,
    });
  });

  await test.step('the own phone pays by the link behind the picture', async () => {
    await counter.getByRole('button', { name: 'Pay on my phone' }).click();
    const label = await counter
      .getByRole('img', { name: /^Link to pay/ })
      .getAttribute('aria-label');
    await phone.goto(/http\S+/.exec(label ?? '')?.[0] ?? '');
    await expect(phone.getByText('¥16.00').first()).toBeVisible();
    await phone.getByRole('button', { name: 'Pay with a smile' }).click();
    await readReceipt(phone);
    await readApproval(counter);
  });
});

test('a camera that is missing, busy or unplugged says so', async ({ counter }) => {
  const openCamera = async () => {
    await choose(counter, 'Lemonade');
    await tapPay(counter);
    await typeDigits(counter, '13900001234');
  };
  await noCamera(counter);
  await pairCounter(counter);
  await openCamera();
  await expect(counter.getByText('There is no camera here')).toBeVisible();

  await busyCamera(counter);
  await counter.reload();
  await openCamera();
  await expect(counter.getByText('The camera is busy')).toBeVisible();

  await leave(counter);
  await counter.reload();
  await openCamera();
  await expect(counter.locator('[data-face-check][data-prompt]')).toBeVisible();
  await loseCamera(counter);
  await expect(counter.getByText('The camera went away')).toBeVisible();
});

test('a camera that is not allowed leaves the other ways', async ({ counter }) => {
  await refuseCamera(counter);
  await pairCounter(counter);
  await choose(counter, 'Lemonade');
  await tapPay(counter);
  await typeDigits(counter, '13900001234');
  await expect(counter.getByText('The camera is not allowed')).toBeVisible();
  await counter.getByRole('button', { name: 'Pay with PIN' }).click();
  await typeOnKeypad(counter, 'PIN', '246810');
  await readApproval(counter);
});
