import { actAs } from '@/testing/actor/stage';
import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { choose, pairCounter, readApproval, tapPay, typeDigits } from './people/guest';
import { enrolFace, settleIn, signUp, stranger, topUp, typeOnKeypad } from './people/shopper';
import { untilSeen } from './people/smile';

test('who sets limits is asked for the PIN above them, and more waits for a day', async ({
  phone,
  counter,
}) => {
  test.setTimeout(180_000);
  const ana = stranger('Ana Berg');
  await actAs(phone, { face: 'ana' });
  await settleIn(phone, ana, 200);
  const onePayment = phone.getByLabel('For one payment, in CNY');
  const keep = phone.getByRole('button', { name: 'Keep these limits' });
  const kept = phone.getByText('Kept. Your limits hold from now on');

  await test.step('she finds them under Me, with what a new face may pay', async () => {
    await phone.goto('/me');
    const link = phone.getByRole('link', { name: /^Your limits/ });
    await expect(link).toBeVisible();
    await expectAccessible(phone);
    await link.click();
    await expect(phone.getByRole('heading', { name: 'Your limits' })).toBeVisible();
    await expect(phone.getByRole('status').filter({ hasText: 'Your face is new' })).toContainText(
      'a smile pays up to ¥200.00, and ¥500.00 in all',
    );
    await expect(phone.getByRole('region', { name: 'Paid with a smile' })).toContainText(
      '¥0.00 of ¥500.00',
    );
    await expectAccessible(phone);
  });

  await test.step('less holds at once', async () => {
    await onePayment.fill('5000');
    await expect(phone.getByText('Please type an amount up to ¥2,000.00.')).toBeVisible();
    await expect(keep).toBeDisabled();
    await onePayment.fill('10');
    await keep.click();
    await expect(kept).toBeVisible();
    await expect(onePayment).toHaveValue('10');
    await expectAccessible(phone);
  });

  await test.step('at the counter the smile is kept, and the PIN pays', async () => {
    await actAs(counter, { face: 'ana' });
    await pairCounter(counter);
    await choose(counter, 'Lemonade');
    await tapPay(counter);
    await typeDigits(counter, ana.phone);
    await untilSeen(counter, counter.getByText('Your smile is kept.'), 'Smile again');
    await expectAccessible(counter);
    await typeOnKeypad(counter, 'PIN', ana.pin);
    await readApproval(counter);
    await expect(counter.getByRole('button', { name: 'Remember me like this' })).toBeHidden();
  });

  await test.step('more asks for the password, and holds from tomorrow', async () => {
    await onePayment.fill('600');
    await keep.click();
    const dialog = phone.getByRole('dialog', { name: 'Allow more' });
    await dialog.getByLabel('Password', { exact: true }).fill('not the password');
    await dialog.getByRole('button', { name: 'Allow more from tomorrow' }).click();
    await expect(dialog.getByText('That is not the password')).toBeVisible();
    await expectAccessible(phone);
    await dialog.getByLabel('Password', { exact: true }).fill(ana.password);
    await dialog.getByRole('button', { name: 'Allow more from tomorrow' }).click();
    await expect(
      phone.getByRole('status').filter({ hasText: 'Soon a smile may pay more' }),
    ).toContainText(/From tomorrow \d\d:\d\d it pays up to ¥600.00, and ¥2,000.00 in a day./);
    await expectAccessible(phone);
  });

  await test.step('she reads of it, and takes it back', async () => {
    await phone.goto('/wallet');
    await expect(
      phone.getByRole('list', { name: 'Notices' }).getByText(/your smile may pay more/),
    ).toBeVisible();
    await phone.goto('/me/limits');
    await phone.getByRole('button', { name: 'Leave it as it is' }).click();
    await expect(kept).toBeVisible();
    await expect(onePayment).toHaveValue('10');
  });

  await test.step('small amounts only, and little of a day', async () => {
    const small = phone.getByRole('radio', { name: /^Only small amounts/ });
    await small.check();
    await phone.getByLabel('For one day, in CNY').fill('50');
    await keep.click();
    await expect(kept).toBeVisible();
    await expect(small).toBeChecked();
    await expect(phone.getByRole('region', { name: 'Paid with a smile' })).toContainText(
      '¥0.00 of ¥50.00',
    );
  });

  await test.step('her own phone asks for the PIN too', async () => {
    await phone.goto('/shop/enamel-mug');
    await phone.getByRole('button', { name: /^Add to cart/ }).click();
    await phone.getByRole('link', { name: 'To the cart' }).click();
    await phone.getByRole('button', { name: /^Pay ¥39.00/ }).click();
    await phone.getByRole('button', { name: 'Pay with a smile' }).click();
    await untilSeen(phone, phone.getByRole('group', { name: 'Your PIN' }), 'Smile again');
    await expectAccessible(phone);
    await typeOnKeypad(phone, 'Your PIN', ana.pin);
    await phone.getByRole('button', { name: 'Pay ¥39.00' }).click();
    const receipt = phone.getByRole('region', { name: 'Receipt' });
    await expect(receipt).toContainText('With the PIN');
  });
});

test('who has no PIN yet is told to set one', async ({ phone, counter }) => {
  test.setTimeout(150_000);
  const bea = stranger('Bea Lund');
  await actAs(phone, { face: 'bea' });
  await signUp(phone, bea);
  await enrolFace(phone);
  await topUp(phone, 100);
  await phone.goto('/me/limits');
  await phone.getByLabel('For one payment, in CNY').fill('0');
  await phone.getByRole('button', { name: 'Keep these limits' }).click();
  await expect(phone.getByText('Kept. Your limits hold from now on')).toBeVisible();

  await test.step('at the counter, with the other ways', async () => {
    await actAs(counter, { face: 'bea' });
    await pairCounter(counter);
    await choose(counter, 'Lemonade');
    await tapPay(counter);
    await typeDigits(counter, bea.phone);
    await expect(counter.getByRole('heading', { name: 'There is no PIN yet' })).toBeVisible({
      timeout: 30_000,
    });
    await expect(counter.getByRole('button', { name: 'Pay on my phone' })).toBeVisible();
    await expect(counter.getByRole('button', { name: 'Smile again' })).toBeHidden();
    await expectAccessible(counter);
  });

  await test.step('on the own phone, with the way there', async () => {
    await phone.goto('/shop/enamel-mug');
    await phone.getByRole('button', { name: /^Add to cart/ }).click();
    await phone.getByRole('link', { name: 'To the cart' }).click();
    await phone.getByRole('button', { name: /^Pay ¥39.00/ }).click();
    await phone.getByRole('button', { name: 'Pay with a smile' }).click();
    await expect(phone.getByText('This one needs your PIN too')).toBeVisible({ timeout: 30_000 });
    await expectAccessible(phone);
    await phone.getByRole('link', { name: 'Set a PIN' }).click();
    await expect(phone.getByRole('button', { name: 'Set PIN' })).toBeVisible();
  });
});
