import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { signUp, stranger, typeSentCode } from './people/shopper';

test('who has lost the phone stops all payments from any other one', async ({ phone, tablet }) => {
  test.setTimeout(60_000);
  const ida = stranger('Ida Holm');
  await signUp(phone, ida);

  await tablet.goto('/sign-in');
  await tablet.getByRole('link', { name: 'Lost your phone?' }).click();
  await expect(tablet.getByRole('heading', { name: 'Lost your phone?' })).toBeVisible();
  await expectAccessible(tablet);
  await tablet.getByLabel('Phone number').fill(ida.phone);
  await tablet.getByRole('button', { name: 'Freeze my wallet' }).click();
  await typeSentCode(tablet, ida.phone);
  await expectAccessible(tablet);
  await tablet.getByRole('button', { name: 'Freeze my wallet' }).click();
  await expect(tablet.getByText('All payments are stopped')).toBeVisible();
  await expectAccessible(tablet);

  await phone.goto('/me');
  await expect(phone.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await phone.getByLabel('Phone number').fill(ida.phone);
  await phone.getByLabel('Password', { exact: true }).fill(ida.password);
  await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(phone.getByText('Your wallet is frozen')).toBeVisible();
});
