import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { withAuthenticator } from './people/authenticator';
import { typeOnKeypad } from './people/shopper';
import { signInStaff } from './people/staff';

const PASSWORD = 'noodles before noon';
const CODE = '271828';
const NEW_PASSWORD = 'dumplings after dark';

test('staff change the password, take over a tablet with a code, and use a passkey', async ({
  tablet,
  counter,
}) => {
  test.setTimeout(90_000);
  const email = `kim-${Date.now()}@kpro.example`;
  await signInStaff(tablet);
  await tablet.getByRole('link', { name: 'Staff' }).click();
  await tablet.getByRole('button', { name: 'Invite somebody' }).click();
  await tablet.getByLabel('Name').fill('Kim');
  await tablet.getByLabel('Email').fill(email);
  await tablet.getByRole('button', { name: 'Make a link' }).click();
  const copy = tablet.getByRole('button', { name: /^Copy link/ });
  const link = (await copy.getAttribute('aria-label'))?.replace('Copy link ', '') ?? '';
  const board = counter.getByRole('heading', { name: 'K Pro at the lake' });
  await counter.goto(link);
  await counter.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await counter.getByRole('button', { name: 'Join' }).click();
  await expect(board).toBeVisible();
  const { session, id } = await withAuthenticator(counter);

  await test.step('the password is changed by whoever knows it', async () => {
    await counter.getByRole('link', { name: 'Kim' }).click();
    await counter.getByRole('button', { name: 'Change', exact: true }).click();
    await counter.getByLabel('Password now', { exact: true }).fill('not this one');
    await counter.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
    await counter.getByRole('button', { name: 'Change password' }).click();
    await expect(counter.getByText('That is not the password')).toBeVisible();
    await expectAccessible(counter);
    await counter.getByLabel('Password now', { exact: true }).fill(PASSWORD);
    await counter.getByRole('button', { name: 'Change password' }).click();
    await expect(counter.getByText('Your new password is set')).toBeVisible();
    const list = counter.getByRole('list', { name: 'Where you are signed in' });
    await expect(list.getByText(/\(this one\)$/)).toHaveCount(1);
    await expectAccessible(counter);
  });

  await test.step('a code takes over the tablet of a colleague, and the role with it', async () => {
    await counter.getByRole('button', { name: 'Set code' }).click();
    await typeOnKeypad(counter, 'Choose six digits', CODE);
    await typeOnKeypad(counter, 'Once more, the same six', CODE);
    await counter.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
    await expectAccessible(counter);
    await counter.getByRole('button', { name: 'Set my code' }).click();
    await expect(counter.getByText('Your new code is set')).toBeVisible();
    await tablet.goto('/staff');
    await tablet.getByRole('button', { name: 'Hand over' }).click();
    await expectAccessible(tablet);
    await tablet.getByRole('dialog').getByRole('button', { name: 'Kim' }).click();
    await typeOnKeypad(tablet, 'Code', '314159');
    await expect(tablet.getByText('That is not the code')).toBeVisible();
    await expectAccessible(tablet);
    await typeOnKeypad(tablet, 'Code', CODE);
    await expect(tablet.getByRole('link', { name: 'Kim' })).toBeVisible();
    await expect(tablet.getByRole('link', { name: 'Money' })).toHaveCount(0);
    expect((await tablet.request.get('/api/merchant/balance')).status()).toBe(403);
  });

  await test.step('a passkey is added with the password, and opens the board', async () => {
    await counter.getByRole('button', { name: 'Add one' }).click();
    await counter.getByLabel('Its name').fill('Kim’s key');
    await counter.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
    await expectAccessible(counter);
    await counter.getByRole('button', { name: 'Add it' }).click();
    await expect(counter.getByText('Kim’s key')).toBeVisible();
    const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId: id });
    expect(credentials).toHaveLength(1);
    await counter.getByRole('link', { name: 'To the orders' }).click();
    await expect(board).toBeVisible();
    await counter.getByRole('button', { name: 'Sign out', exact: true }).click();
    const button = counter.getByRole('button', { name: 'Use a passkey' });
    await expect(button.or(board).first()).toBeVisible();
    // The imitated authenticator may answer the browser's offer before anybody taps.
    if (await button.isVisible()) await button.click({ timeout: 2_000 }).catch(() => undefined);
    await expect(board).toBeVisible();
  });

  await test.step('removed, it opens nothing', async () => {
    await counter.getByRole('link', { name: 'Kim' }).click();
    await counter.getByRole('button', { name: 'Remove Kim’s key' }).click();
    await expect(counter.getByText('Kim’s key')).toHaveCount(0);
    await counter.getByRole('link', { name: 'To the orders' }).click();
    await expect(board).toBeVisible();
    await counter.getByRole('button', { name: 'Sign out', exact: true }).click();
    await counter.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(counter.getByText('That does not fit together')).toBeVisible();
  });
});
