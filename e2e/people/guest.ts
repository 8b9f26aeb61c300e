import { expect, type Page } from '@playwright/test';
import { typeOnKeypad } from './shopper';
import { untilSeen } from './smile';

/** Makes a tablet a counter, with the code that the demo's start page shows. */
export async function pairCounter(page: Page): Promise<void> {
  await page.goto('/');
  const shown = page.getByRole('button', { name: /^Copy code/ });
  const code = (await shown.innerText()).trim();
  await page.goto('/counter');
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Pair', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'K Pro at the lake' })).toBeVisible();
}

/** Puts one of it into the order, with the usual options. */
export async function choose(page: Page, product: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${product}`) }).click();
  const sheet = page.getByRole('dialog', { name: product });
  const add = sheet.getByRole('button', { name: /^Add/ });
  const inOrder = page.getByRole('region', { name: 'Your order' }).getByText(product);
  await expect(add.or(inOrder)).toBeVisible();
  if (await add.isVisible()) await add.click();
  await expect(inOrder).toBeVisible();
}

/** Taps Pay; the amount and the payee are on the screen from here on. */
export async function tapPay(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pay ¥/ }).click();
  await expect(page.getByRole('heading', { name: /last four digits/ })).toBeVisible();
}

export async function typeDigits(page: Page, digits: string): Promise<void> {
  await typeOnKeypad(page, 'Phone digits', digits);
  await page.getByRole('button', { name: 'Next: smile' }).click();
}

/** @returns the number that will be called out. */
export async function readApproval(page: Page): Promise<number> {
  await untilSeen(page, page.getByRole('heading', { name: /^Thank you/ }), 'Smile again');
  const card = await page
    .getByText(/^Your number/)
    .first()
    .locator('..')
    .innerText();
  return Number(/\d+/.exec(card)?.[0]);
}
