import path from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { choose, readApproval, tapPay } from '../people/guest';
import { lastFour, type ShopperCard } from '../people/shopper';
import { film } from './animation';

const FOLDER = path.join('docs', 'images');

/** What the README shows, of the album's pictures, and as what. */
const CHOSEN = {
  'counter/order/tablet-light.png': 'counter.png',
  'counter/approved/tablet-light.png': 'thank-you.png',
  'staff/board/tablet-light.png': 'staff.png',
  'shopper/wallet/phone-light.png': 'wallet.png',
  'shopper/pay-review/phone-light.png': 'pay.png',
  'shopper/receipt/phone-light.png': 'receipt.png',
} as const;

/** Between two digits, so that they are seen in the film. */
const TYPING_MS = 300;
/** Few colours are enough for flat drawings. */
const COLOURS = 128;

/** Writes the README's pictures. @requires the album has been taken */
export async function writeReadmePictures(album: string): Promise<void> {
  for (const [from, to] of Object.entries(CHOSEN)) {
    await sharp(path.join(album, from))
      .png({ palette: true, colours: COLOURS, effort: 10 })
      .toFile(path.join(FOLDER, to));
  }
}

/**
 * Films a regular who pays with four digits and a smile.
 *
 * @requires the counter shows its menu, and she stands in front of it
 */
export async function filmPayment(page: Page, ana: ShopperCard): Promise<void> {
  // Whose photo plays the guest did not ask to be in a README.
  await page.evaluate(() => {
    const blur = new CSSStyleSheet();
    blur.replaceSync('video { filter: blur(16px); }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, blur];
  });
  await choose(page, 'Beef noodle soup');
  const stop = film(page);
  await tapPay(page);
  await page.keyboard.type(lastFour(ana), { delay: TYPING_MS });
  await page.getByRole('button', { name: 'Next: smile' }).click();
  await readApproval(page);
  await stop(path.join(FOLDER, 'payment.webp'));
  await page.getByRole('button', { name: 'Done' }).click();
}
