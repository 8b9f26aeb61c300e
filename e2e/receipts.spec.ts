import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { choose, pairCounter, readApproval, tapPay } from './people/guest';
import { choosePin, signUp, stranger, topUp, typeOnKeypad } from './people/shopper';

test('a receipt is shared by a link, and then no more', async ({ phone, counter, tablet }) => {
  test.setTimeout(120_000);
  const guest = stranger('Rosa Berg');
  await signUp(phone, guest);
  await phone.getByRole('button', { name: 'Not now' }).click();
  await choosePin(phone, guest);
  await topUp(phone, 100);
  await pairCounter(counter);
  await choose(counter, 'Flat white');
  await tapPay(counter);
  await counter.getByRole('button', { name: 'Pay with PIN' }).click();
  await typeOnKeypad(counter, 'Phone number', guest.phone);
  await counter.getByRole('button', { name: 'Next: PIN' }).click();
  await typeOnKeypad(counter, 'PIN', guest.pin);
  await readApproval(counter);

  await phone.goto('/wallet');
  await phone.getByRole('link', { name: /K Pro/ }).first().click();
  await phone.getByRole('button', { name: 'Make a link' }).click();
  const copy = phone.getByRole('button', { name: /^Copy link / });
  const link = (await copy.textContent()) ?? '';
  await expectAccessible(phone);

  await test.step('anybody sees it, but not who paid', async () => {
    await tablet.goto(link);
    await expect(tablet.getByText('Flat white')).toBeVisible();
    await expect(tablet.getByText('With the PIN').or(tablet.getByText('Set aside'))).toBeVisible();
    await expect(tablet.getByText('Rosa')).toHaveCount(0);
    await expectAccessible(tablet);
    await tablet.emulateMedia({ media: 'print' });
    await expect(tablet.getByRole('button', { name: 'Print' })).toBeHidden();
    await tablet.emulateMedia({ media: 'screen' });
  });

  await test.step('until it is ended', async () => {
    await phone.getByRole('button', { name: 'Stop sharing' }).click();
    await expect(phone.getByText('The link does not work any more.')).toBeVisible();
    await tablet.reload();
    await expect(tablet.getByText('This link does not work any more')).toBeVisible();
    await expectAccessible(tablet);
  });
});
