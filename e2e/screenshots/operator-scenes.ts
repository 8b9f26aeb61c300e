import { expect, type Page } from '@playwright/test';
import { DEMO_OPERATOR, DEMO_PASSWORD } from '@/lib/server/demo/people';
import type { Album } from './album';

const ON_TABLET = ['tablet', 'phone'] as const;

/**
 * Somebody says that a payment was not theirs, the shop reads of it, and the operator decides.
 *
 * @requires a payment by smile on top of the phone's wallet; staff signed in on the tablet
 */
export async function photographCase(phone: Page, tablet: Page, album: Album): Promise<void> {
  await phone.goto('/wallet');
  const history = phone.getByRole('list', { name: 'What happened' });
  await history.getByRole('link').filter({ hasText: 'K Pro' }).first().click();
  await phone.getByRole('button', { name: 'It wasn’t me' }).click();
  await album.take(phone, 'shopper/not-me', ['phone']);
  await phone.getByRole('dialog').getByRole('button', { name: 'It wasn’t me' }).click();
  await expect(phone.getByText('You said that this was not you')).toBeVisible();
  await album.take(phone, 'shopper/case', ['phone']);
  await tablet.goto('/staff');
  await expect(tablet.getByRole('link', { name: 'Have a look' })).toBeVisible();
  await album.take(tablet, 'staff/case', ON_TABLET);
  await tablet.getByRole('link', { name: 'Have a look' }).click();
  await expect(tablet.getByRole('button', { name: 'Give it back' })).toBeVisible();
  await album.take(tablet, 'merchant/cases', ON_TABLET);
}

/** @requires an open case */
export async function photographOperator(page: Page, album: Album): Promise<void> {
  await page.goto('/operator');
  await album.take(page, 'operator/sign-in', ON_TABLET);
  await page.getByLabel('Email').fill(DEMO_OPERATOR.email);
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('No face is held.')).toBeVisible();
  await album.take(page, 'operator/to-decide', ON_TABLET);
  await page.getByRole('list', { name: 'Doubted payments' }).getByRole('link').first().click();
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await album.take(page, 'operator/case', ON_TABLET);
  await page.goto('/operator/activity');
  await expect(page.getByRole('list', { name: 'What happened' })).toBeVisible();
  await album.take(page, 'operator/activity', ON_TABLET);
}
