import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { signUp, stranger } from './people/shopper';

test('a new password signs out all other phones, and the data comes as a file', async ({
  phone,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const ida = stranger('Ida Holm');
  const newPassword = 'five quiet herons';
  await signUp(phone, ida);

  const lost = await browser.newContext({ ...(baseURL && { baseURL }), locale: 'en-GB' });
  const lostPhone = await lost.newPage();
  const signInThere = async (password: string) => {
    await lostPhone.goto('/sign-in');
    await lostPhone.getByLabel('Phone number').fill(ida.phone);
    await lostPhone.getByLabel('Password', { exact: true }).fill(password);
    await lostPhone.getByRole('button', { name: 'Sign in' }).click();
    await expect(lostPhone.getByRole('heading', { name: 'Wallet' })).toBeVisible();
  };
  await test.step('she is signed in on another phone as well', () => signInThere(ida.password));

  await test.step('a wrong password changes nothing', async () => {
    await phone.goto('/me');
    await expect(phone.getByText('Your password')).toBeVisible();
    await expectAccessible(phone);
    await phone.getByRole('button', { name: 'Change', exact: true }).click();
    await phone.getByLabel('Password now', { exact: true }).fill('not the password');
    await phone.getByLabel('New password', { exact: true }).fill(newPassword);
    await phone.getByRole('button', { name: 'Change password' }).click();
    await expect(phone.getByText('That is not the password')).toBeVisible();
    await expectAccessible(phone);
  });

  await test.step('the right one does, and the other phone is out', async () => {
    await phone.getByLabel('Password now', { exact: true }).fill(ida.password);
    await phone.getByRole('button', { name: 'Change password' }).click();
    await expect(phone.getByText('Your new password is set')).toBeVisible();
    await lostPhone.goto('/me');
    await expect(lostPhone.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  });

  await test.step('she sees where she is signed in, and ends one session from here', async () => {
    await signInThere(newPassword);
    await phone.getByRole('link', { name: 'Where you are signed in' }).click();
    const list = phone.getByRole('list', { name: 'Where you are signed in' });
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await expect(list.getByText(/\(this one\)$/)).toHaveCount(1);
    await expectAccessible(phone);
    await list.getByRole('button', { name: /^Sign out / }).click();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await lostPhone.goto('/me');
    await expect(lostPhone.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
    await lost.close();
  });

  await test.step('she lets go of the key of an own phone', async () => {
    const keys = phone.getByRole('list', { name: 'Where your smile pays' });
    const before = await keys.getByRole('listitem').count();
    expect(before).toBeGreaterThan(0);
    await keys
      .getByRole('button', { name: /^Forget / })
      .first()
      .click();
    await expect(keys.getByRole('listitem')).toHaveCount(before - 1);
    await phone.goto('/me');
  });

  await test.step('all that is kept about her comes as a file, for the new password', async () => {
    await phone.getByRole('button', { name: 'Download' }).click();
    await phone.getByLabel('Password', { exact: true }).fill(newPassword);
    const downloading = phone.waitForEvent('download');
    await phone.getByRole('button', { name: 'Download' }).last().click();
    expect((await downloading).suggestedFilename()).toBe('smile-to-pay.zip');
  });

  await test.step('the notices tell of it', async () => {
    await phone.goto('/wallet');
    const notices = phone.getByRole('list', { name: 'Notices' });
    await expect(notices.getByText(/Your password was changed/)).toBeVisible();
  });
});
