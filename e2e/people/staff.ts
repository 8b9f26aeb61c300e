import { expect, type Locator, type Page } from '@playwright/test';

/** The demo restaurant's tablet, or another store's. */
export async function signInStaff(
  page: Page,
  email = 'lin@kpro.example',
  store = 'K Pro at the lake',
): Promise<void> {
  await page.goto('/staff/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('smile-at-the-fair');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: store })).toBeVisible();
}

export function orderCard(page: Page, ticket: number): Locator {
  const heading = page.getByRole('heading', { name: `Order ${ticket}`, exact: true });
  return page.getByRole('listitem').filter({ has: heading });
}

export function column(page: Page, name: string): Locator {
  return page.getByRole('region', { name: new RegExp(`^${name}`) });
}
