import { expect, type Page } from '@playwright/test';
import {
  choosePin,
  readReceipt,
  signUp,
  stranger,
  takePictures,
  topUp,
  typeSentCode,
  type ShopperCard,
} from '../people/shopper';
import type { Album } from './album';

const ON_PHONE = ['phone', 'tablet'] as const;

/** Everything that a shopper sees before the first payment. @returns who it was */
export async function photographStart(page: Page, album: Album): Promise<ShopperCard> {
  const ana = stranger('Ana Berg');
  await page.goto('/');
  await album.take(page, 'start/welcome', ['phone', 'tablet', 'kiosk']);
  await page.goto('/sign-in');
  await album.take(page, 'shopper/sign-in', ON_PHONE);
  await page.goto('/recover');
  await album.take(page, 'shopper/recover', ON_PHONE);
  await page.goto('/sign-up');
  await album.take(page, 'shopper/sign-up', ON_PHONE);
  await page.getByLabel('Your name').fill(ana.name);
  await page.getByLabel('Phone number').fill(ana.phone);
  await page.getByLabel('Password', { exact: true }).fill(ana.password);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByLabel('The six digits')).toBeVisible();
  await album.take(page, 'shopper/sign-up-code', ON_PHONE);
  await typeSentCode(page, ana.phone);
  await page.getByRole('button', { name: 'Make my wallet' }).click();
  await expect(page.getByRole('heading', { name: 'Your face, if you like' })).toBeVisible();
  await album.take(page, 'shopper/enrol-consent', ON_PHONE);
  await page.getByRole('button', { name: 'I agree, add my face' }).click();
  await expect(page.locator('[data-face-check][data-prompt]')).toBeVisible();
  await album.take(page, 'shopper/enrol-camera', ['phone']);
  await takePictures(page);
  await album.take(page, 'shopper/enrol-done', ON_PHONE);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('group', { name: 'Choose six digits' })).toBeVisible();
  await album.take(page, 'shopper/set-pin', ON_PHONE);
  await choosePin(page, ana);
  return ana;
}

/** Wallet, shop, paying and what is under Me. */
export async function photographShopping(page: Page, album: Album): Promise<void> {
  await page.goto('/wallet');
  await expect(page.getByRole('region', { name: 'Balance' })).toBeVisible();
  await album.take(page, 'shopper/wallet-empty', ON_PHONE);
  await page.getByRole('button', { name: 'Top up' }).click();
  await album.take(page, 'shopper/top-up', ON_PHONE);
  await topUp(page, 200);
  await album.take(page, 'shopper/topped-up', ON_PHONE);
  await page.goto('/cart');
  await album.take(page, 'shopper/cart-empty', ON_PHONE);
  await page.goto('/shop');
  await album.take(page, 'shopper/shop', ON_PHONE);
  await page.getByRole('link', { name: /Hanover fair stamp, 1948/ }).click();
  await expect(page.getByRole('button', { name: /^Add to cart/ })).toBeVisible();
  await album.take(page, 'shopper/product', ON_PHONE);
  await page.getByRole('button', { name: /^Add to cart/ }).click();
  await page.getByRole('link', { name: 'To the cart' }).click();
  await expect(page.getByRole('button', { name: /^Pay ¥48/ })).toBeVisible();
  await album.take(page, 'shopper/cart', ON_PHONE);
  await page.getByRole('button', { name: /^Pay ¥48/ }).click();
  await expect(page.getByRole('button', { name: 'Pay with a smile' })).toBeVisible();
  await album.take(page, 'shopper/pay-review', ON_PHONE);
  await page.getByRole('button', { name: 'Pay with a smile' }).click();
  await readReceipt(page);
  await album.take(page, 'shopper/receipt', ON_PHONE);
  await page.goto('/wallet');
  await expect(page.getByRole('list', { name: 'Notices' })).toBeVisible();
  await album.take(page, 'shopper/wallet', ON_PHONE);
}

export async function photographMe(page: Page, album: Album): Promise<void> {
  await page.goto('/me');
  await expect(page.getByText('Close your account')).toBeVisible();
  await album.take(page, 'shopper/me', ON_PHONE);
  await page.getByText('Close your account').scrollIntoViewIfNeeded();
  await album.take(page, 'shopper/me-end', ON_PHONE);
  for (const [button, state] of [
    ['Delete', 'delete-face'],
    ['Change PIN', 'change-pin'],
    ['Change number', 'change-number'],
    ['Download', 'download'],
    ['Close it', 'close-account'],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await album.take(page, `shopper/${state}`, ON_PHONE);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.goto('/me/limits');
  await expect(page.getByRole('region', { name: 'Paid with a smile' })).toBeVisible();
  await album.take(page, 'shopper/limits', ON_PHONE);
  await page.goto('/nothing/here');
  await album.take(page, 'start/not-found', ON_PHONE);
}

/** Somebody without a face, for what they read instead. */
export async function photographNewcomer(page: Page, album: Album): Promise<void> {
  await signUp(page, stranger('Ida Holm'));
  await page.goto('/me');
  await expect(page.getByText('Close your account')).toBeVisible();
  await album.take(page, 'shopper/me-without-face', ON_PHONE);
  await page.goto('/wallet');
  await album.take(page, 'shopper/wallet-new', ON_PHONE);
  await page.goto('/inbox');
  await album.take(page, 'start/inbox', ON_PHONE);
}
