import { actAs, still } from '@/testing/actor/stage';
import { expect, test } from './fixtures';
import { balance, readReceipt, settleIn, signUp, enrolFace, stranger } from './people/shopper';
import { untilSeen } from './people/smile';

test('a shopper enrols, buys a stamp and pays with a smile', async ({ phone }) => {
  test.setTimeout(120_000);
  await actAs(phone, { face: 'ana' });
  await settleIn(phone, stranger('Ana Berg'), 100);

  await test.step('from the shop to the payment', async () => {
    await phone.goto('/shop');
    await phone.getByRole('link', { name: /Hanover fair stamp, 1948/ }).click();
    await phone.getByRole('button', { name: /^Add to cart/ }).click();
    await phone.getByRole('link', { name: 'To the cart' }).click();
    const pay = phone.getByRole('button', { name: 'Pay ¥48.00 to Fair Goods' });
    await pay.dblclick();
    await expect(phone.getByText('Fair Goods').first()).toBeVisible();
    await expect(phone.getByText('¥48.00').first()).toBeVisible();
  });

  await test.step('the smile pays, once', async () => {
    await phone.getByRole('button', { name: 'Pay with a smile' }).click();
    await readReceipt(phone);
    const receipt = phone.getByRole('region', { name: 'Receipt' });
    await expect(receipt).toContainText('¥48.00');
    await expect(receipt).toContainText('With a smile');
    expect(await balance(phone)).toContain('¥52.00');
    const history = phone.getByRole('list', { name: 'What happened' });
    await expect(history.getByRole('link', { name: /Fair Goods/ })).toHaveCount(1);
    const notices = phone.getByRole('list', { name: 'Notices' });
    await expect(notices.getByRole('link', { name: 'Fair Goods took ¥48.00' })).toHaveCount(1);
    await expect(notices.getByText('A face was added to your account')).toBeVisible();
    await phone.getByRole('button', { name: 'Seen' }).click();
    await expect(notices).toBeHidden();
  });
});

test('too little money is said kindly, and topping up mends it', async ({ phone }) => {
  test.setTimeout(120_000);
  await actAs(phone, { face: 'bea' });
  await signUp(phone, stranger('Bea'));
  await enrolFace(phone);
  await phone.goto('/shop/enamel-mug');
  await phone.getByRole('button', { name: /^Add to cart/ }).click();
  await phone.getByRole('link', { name: 'To the cart' }).click();
  await phone.getByRole('button', { name: /^Pay ¥39.00/ }).click();
  await phone.getByRole('button', { name: 'Pay with a smile' }).click();
  await untilSeen(phone, phone.getByText('Not enough in the wallet'), 'Smile again');
  await phone.getByRole('button', { name: 'Top up', exact: true }).click();
  await phone.getByRole('button', { name: 'Top up ¥100.00' }).click();
  await phone.getByRole('button', { name: 'Pay with a smile' }).click();
  await readReceipt(phone);
});

test('a photo does not enrol', async ({ phone }) => {
  test.setTimeout(90_000);
  await still(phone, 'cleo');
  await signUp(phone, stranger('Cleo'));
  await phone.getByRole('button', { name: 'I agree, add my face' }).click();
  await expect(phone.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 70_000 });
  await phone.getByRole('button', { name: 'Skip for now' }).click();
  await expect(phone.getByRole('heading', { name: 'Set a PIN' })).toBeVisible();
});
