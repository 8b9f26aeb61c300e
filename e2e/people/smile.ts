import { expect, type Locator, type Page } from '@playwright/test';

/** How often somebody who was not seen well tries in all. */
const TRIES_MAX = 3;
/** A long face check on a busy machine. */
const PATIENCE_MS = 40_000;

/**
 * Waits for what a face check leads to, and tries again when the page says that it did not see
 * enough, as people do. How often that is needed is measured by `npm run bench:attacks`.
 *
 * @param again the name of the button that begins the next try
 */
export async function untilSeen(page: Page, seen: Locator, again: string): Promise<void> {
  const button = page.getByRole('button', { name: again });
  for (let tries = 1; tries < TRIES_MAX; tries += 1) {
    await expect(seen.or(button).first()).toBeVisible({ timeout: PATIENCE_MS });
    if (await seen.isVisible()) return;
    await button.click();
    await expect(button).toBeHidden();
  }
  await expect(seen).toBeVisible({ timeout: PATIENCE_MS });
}
