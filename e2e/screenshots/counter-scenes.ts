import { expect, type Page } from '@playwright/test';
import { actAs } from '@/testing/actor/stage';
import { choose, pairCounter, readApproval, tapPay, typeDigits } from '../people/guest';
import { typeOnKeypad, type ShopperCard } from '../people/shopper';
import type { Album } from './album';

const AT_COUNTER = ['tablet', 'kiosk', 'phone'] as const;

/** From the pairing to the thank-you, and the other ways. */
export async function photographCounter(page: Page, album: Album, ana: ShopperCard): Promise<void> {
  await page.goto('/counter');
  await album.take(page, 'counter/pairing', AT_COUNTER);
  await pairCounter(page);
  await album.take(page, 'counter/menu', AT_COUNTER);
  await page.getByRole('button', { name: /^Beef noodle soup/ }).click();
  await expect(page.getByRole('dialog', { name: 'Beef noodle soup' })).toBeVisible();
  await album.take(page, 'counter/options', AT_COUNTER);
  await page.keyboard.press('Escape');
  await choose(page, 'Beef noodle soup');
  await choose(page, 'Lemonade');
  await album.take(page, 'counter/order', AT_COUNTER);
  await tapPay(page);
  await album.take(page, 'counter/digits', AT_COUNTER);
  await typeDigits(page, ana.phone);
  await expect(page.locator('[data-face-check][data-prompt]')).toBeVisible();
  await album.take(page, 'counter/smile', ['tablet']);
  await readApproval(page);
  await album.take(page, 'counter/approved', AT_COUNTER);
  await page.getByRole('button', { name: 'Done' }).click();
}

/** What a guest reads who is not recognised, and pays in another way. */
export async function photographOtherWays(
  page: Page,
  album: Album,
  ana: ShopperCard,
): Promise<void> {
  await actAs(page, { face: 'fay' });
  await choose(page, 'Lemonade');
  await tapPay(page);
  await typeDigits(page, ana.phone);
  const refused = page.getByRole('heading', { name: 'We did not recognise you' });
  await expect(refused).toBeVisible({ timeout: 40_000 });
  await album.take(page, 'counter/refused', AT_COUNTER);
  await page.getByRole('button', { name: 'Pay on my phone' }).click();
  await expect(page.getByRole('img', { name: /^Link to pay/ })).toBeVisible();
  await album.take(page, 'counter/on-my-phone', AT_COUNTER);
  await page.getByRole('button', { name: 'Pay with PIN' }).click();
  await page.getByRole('button', { name: 'Another number' }).click();
  await expect(page.getByRole('group', { name: 'Phone number' })).toBeVisible();
  await album.take(page, 'counter/whole-number', AT_COUNTER);
  await page.getByRole('button', { name: 'Next: PIN' }).click();
  await typeOnKeypad(page, 'PIN', ana.pin.slice(0, 3));
  await album.take(page, 'counter/pin', AT_COUNTER);
  await typeOnKeypad(page, 'PIN', ana.pin.slice(3));
  await readApproval(page);
  await page.getByRole('button', { name: 'Done' }).click();
}
