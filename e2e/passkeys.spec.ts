import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { expectAccessible } from './people/accessible';
import { withAuthenticator } from './people/authenticator';
import { signUp, stranger, topUp } from './people/shopper';

async function signOut(page: Page): Promise<void> {
  await page.goto('/me');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Smile to Pay' })).toBeVisible();
}

const wallet = (page: Page) => page.getByRole('heading', { name: 'Wallet' });

test('a passkey signs in, and one that is removed does not', async ({ phone }) => {
  test.setTimeout(90_000);
  const ida = stranger('Ida Holm');
  const { session, id } = await withAuthenticator(phone);
  await signUp(phone, ida);

  await test.step('she adds one under Me', async () => {
    await phone.goto('/me');
    await phone.getByRole('button', { name: 'Add one' }).click();
    await phone.getByLabel('Its name').fill('Ida’s phone');
    await expectAccessible(phone);
    await phone.getByRole('button', { name: 'Add it' }).click();
    await expect(phone.getByText('Ida’s phone')).toBeVisible();
    const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId: id });
    expect(credentials).toHaveLength(1);
    await expectAccessible(phone);
  });

  await test.step('it opens the wallet, offered by the browser or asked for', async () => {
    await signOut(phone);
    await phone.goto('/sign-in');
    const button = phone.getByRole('button', { name: 'Use a passkey' });
    await expect(button.or(wallet(phone)).first()).toBeVisible();
    // The imitated authenticator may answer the browser's offer before anybody taps.
    if (await button.isVisible()) await button.click({ timeout: 2_000 }).catch(() => undefined);
    await expect(wallet(phone)).toBeVisible();
  });

  await test.step('it pays, in the place of the PIN, and the receipt says so', async () => {
    await topUp(phone, 100);
    await phone.goto('/shop/enamel-mug');
    await phone.getByRole('button', { name: /^Add to cart/ }).click();
    await phone.getByRole('link', { name: 'To the cart' }).click();
    await phone.getByRole('button', { name: /^Pay ¥39.00/ }).click();
    await phone.getByRole('button', { name: 'Pay with a passkey' }).click();
    await expectAccessible(phone);
    await phone.getByRole('button', { name: 'Pay ¥39.00' }).click();
    await expect(phone.getByRole('region', { name: 'Receipt' })).toContainText('With a passkey');
  });

  await test.step('it unfreezes the wallet in the place of the password', async () => {
    await phone.goto('/me');
    await phone.getByRole('button', { name: 'Freeze', exact: true }).click();
    await phone.getByRole('button', { name: 'Unfreeze', exact: true }).click();
    await phone.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(phone.getByText('Stop all payments')).toBeVisible();
  });

  await test.step('without its user checked it opens nothing', async () => {
    await signOut(phone);
    await session.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
    await phone.goto('/sign-in');
    await phone.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(phone.getByRole('button', { name: 'Use a passkey' })).toBeEnabled();
    await expect(wallet(phone)).toBeHidden();
    await session.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: true });
  });

  await test.step('once removed, it opens nothing either', async () => {
    await session.send('WebAuthn.setAutomaticPresenceSimulation', {
      authenticatorId: id,
      enabled: false,
    });
    await phone.goto('/sign-in');
    await phone.getByLabel('Phone number').fill(ida.phone);
    await phone.getByLabel('Password', { exact: true }).fill(ida.password);
    await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(wallet(phone)).toBeVisible();
    await phone.goto('/me');
    await phone.getByRole('button', { name: 'Remove Ida’s phone' }).click();
    await expect(phone.getByText('Ida’s phone')).toBeHidden();
    await signOut(phone);
    await session.send('WebAuthn.setAutomaticPresenceSimulation', {
      authenticatorId: id,
      enabled: true,
    });
    await phone.goto('/sign-in');
    await phone.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(phone.getByText('That does not fit together')).toBeVisible();
  });
});
