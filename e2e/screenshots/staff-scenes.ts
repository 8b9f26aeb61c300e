import { expect, type Page } from '@playwright/test';
import { signInStaff } from '../people/staff';
import type { Album } from './album';

const ON_TABLET = ['tablet', 'phone'] as const;

export async function photographStaffStart(page: Page, album: Album): Promise<void> {
  await page.goto('/staff/sign-in');
  await album.take(page, 'staff/sign-in', ON_TABLET);
  await signInStaff(page);
  await album.take(page, 'staff/board-empty', ON_TABLET);
}

/** @requires two orders that wait */
export async function photographBoard(page: Page, album: Album): Promise<void> {
  await expect(page.getByRole('button', { name: 'Accept' }).nth(1)).toBeVisible();
  await album.take(page, 'staff/board', ON_TABLET);
  await page.getByRole('button', { name: 'Reject' }).first().click();
  await album.take(page, 'staff/reject', ON_TABLET);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Accept' }).first().click();
  await expect(page.getByRole('button', { name: 'Ready' })).toBeVisible();
  await album.take(page, 'staff/preparing', ON_TABLET);
  await page.getByRole('button', { name: 'Refund' }).first().click();
  await album.take(page, 'staff/refund', ON_TABLET);
  await page.keyboard.press('Escape');
}

export async function photographMerchant(page: Page, album: Album): Promise<void> {
  await page.getByRole('link', { name: 'Money' }).click();
  await expect(page.getByRole('list', { name: 'What happened' })).toBeVisible();
  await album.take(page, 'merchant/money', ON_TABLET);
  await page.getByRole('button', { name: 'Pay out' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await album.take(page, 'merchant/pay-out', ON_TABLET);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { name: 'Sales by hour' })).toBeVisible();
  await album.take(page, 'merchant/today', ON_TABLET);
}
