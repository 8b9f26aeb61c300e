import { actAs } from '@/testing/actor/stage';
import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { choose, pairCounter, readApproval, tapPay, typeDigits } from './people/guest';
import { settleIn, stranger, typeOnKeypad } from './people/shopper';
import { untilSeen } from './people/smile';

test('who has a twin adds the PIN to the smile, and may be remembered like this', async ({
  phone,
  counter,
}) => {
  test.setTimeout(180_000);
  const bea = stranger('Bea Lund');
  await actAs(phone, { face: 'bea' });
  await settleIn(phone, bea, 200);

  await test.step('she says so under Me', async () => {
    await phone.goto('/me');
    await phone.getByRole('button', { name: 'No', exact: true }).click();
    await expect(phone.getByText('After each smile we ask for your PIN too')).toBeVisible();
  });

  await test.step('at the counter the smile is kept, and the PIN pays', async () => {
    await actAs(counter, { face: 'bea' });
    await pairCounter(counter);
    await choose(counter, 'Lemonade');
    await tapPay(counter);
    await typeDigits(counter, bea.phone);
    await untilSeen(counter, counter.getByText('Your smile is kept.'), 'Smile again');
    await expectAccessible(counter);
    await typeOnKeypad(counter, 'PIN', bea.pin);
    await readApproval(counter);
  });

  await test.step('her picture is added when she asks for it, and she reads of it', async () => {
    await expectAccessible(counter);
    await counter.getByRole('button', { name: 'Remember me like this' }).click();
    await expect(counter.getByText('Next time we know you like this')).toBeVisible();
    await expectAccessible(counter);
    await phone.goto('/wallet');
    await expect(
      phone.getByRole('list', { name: 'Notices' }).getByText(/picture from a payment was added/),
    ).toBeVisible();
  });

  await test.step('her own phone asks for the PIN too, and offers the same', async () => {
    await phone.goto('/shop/enamel-mug');
    await phone.getByRole('button', { name: /^Add to cart/ }).click();
    await phone.getByRole('link', { name: 'To the cart' }).click();
    await phone.getByRole('button', { name: /^Pay ¥39.00/ }).click();
    await phone.getByRole('button', { name: 'Pay with a smile' }).click();
    const pin = phone.getByRole('group', { name: 'Your PIN' });
    await untilSeen(phone, pin, 'Smile again');
    await typeOnKeypad(phone, 'Your PIN', bea.pin);
    await phone.getByRole('button', { name: 'Pay ¥39.00' }).click();
    await expect(phone.getByRole('button', { name: 'Remember me like this' })).toBeVisible();
    await expectAccessible(phone);
    await phone.getByRole('link', { name: 'See the receipt' }).click();
    await expect(phone.getByRole('region', { name: 'Receipt' })).toContainText('¥39.00');
  });
});
