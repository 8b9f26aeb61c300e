import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { choosePin, sentCode, signUp, stranger, topUp, typeSentCode } from './people/shopper';

test('a forgotten password, a new number, and goodbye', async ({ phone }) => {
  test.setTimeout(120_000);
  const ida = stranger('Ida Holm');
  const newNumber = stranger('Ida Holm').phone;
  const newPassword = 'five quiet herons';
  await signUp(phone, ida);
  await phone.goto('/me');
  await phone.getByRole('button', { name: 'Set PIN' }).click();
  await choosePin(phone, ida);
  await topUp(phone, 50);

  await test.step('she has forgotten her password: PIN and code open the wallet', async () => {
    await phone.goto('/me');
    await phone.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(phone.getByRole('heading', { level: 1 })).toBeVisible();
    await phone.goto('/sign-in');
    await phone.getByRole('link', { name: 'Forgot your password?' }).click();
    // Both pages ask for the number.
    await expect(phone.getByRole('heading', { name: 'A new password' })).toBeVisible();
    await phone.getByLabel('Phone number').fill(ida.phone);
    await phone.getByLabel('Your PIN', { exact: true }).fill('314159');
    await phone.getByLabel('New password', { exact: true }).fill(newPassword);
    await expectAccessible(phone);
    await phone.getByRole('button', { name: 'Send me a code' }).click();
    await typeSentCode(phone, ida.phone);
    await phone.getByRole('button', { name: 'Set my new password' }).click();
    await expect(phone.getByText('Number and PIN do not fit together')).toBeVisible();
    await phone.getByLabel('Phone number').fill(ida.phone);
    await phone.getByLabel('Your PIN', { exact: true }).fill(ida.pin);
    await phone.getByLabel('New password', { exact: true }).fill(newPassword);
    await phone.getByRole('button', { name: 'Send me a code' }).click();
    await typeSentCode(phone, ida.phone);
    await phone.getByRole('button', { name: 'Set my new password' }).click();
    await expect(phone.getByRole('heading', { name: 'Wallet' })).toBeVisible();
  });

  await test.step('her new number is proven by a code to both', async () => {
    await phone.goto('/me');
    await expect(phone.getByText('Close your account')).toBeVisible();
    await phone.getByRole('button', { name: 'Change number' }).click();
    await phone.getByLabel('New phone number').fill(newNumber);
    await phone.getByRole('button', { name: 'Send the codes' }).click();
    const [old, fresh] = [phone.getByLabel(/sent to \+86 •/), phone.getByLabel(/sent to \+86139/)];
    await expect(fresh).toBeVisible();
    await expectAccessible(phone);
    await old.fill(await sentCode(phone.request, ida.phone));
    await fresh.fill(await sentCode(phone.request, newNumber));
    await phone.getByRole('button', { name: 'Change my number' }).click();
    await expect(phone.getByText(newNumber.slice(-4))).toBeVisible();
  });

  await test.step('she leaves, and the money goes back', async () => {
    await phone.getByRole('button', { name: 'Close it' }).click();
    await phone.getByLabel('Password', { exact: true }).fill(newPassword);
    await expectAccessible(phone);
    await phone.getByRole('button', { name: 'Close my account' }).click();
    await expect(phone.getByText('Your account is closed')).toBeVisible();
    await expect(phone.getByText(/¥50\.00/)).toBeVisible();
    await expectAccessible(phone);
    await phone.goto('/wallet');
    await expect(phone.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
    await phone.getByLabel('Phone number').fill(newNumber);
    await phone.getByLabel('Password', { exact: true }).fill(newPassword);
    await phone.getByRole('button', { name: 'Sign in' }).click();
    await expect(phone.getByText('That does not fit together')).toBeVisible();
  });
});
