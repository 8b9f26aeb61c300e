import { test as base, type BrowserContext, type Page } from '@playwright/test';

/** One device each: a cookie jar, a camera and a screen of its own. */
export interface Devices {
  /** A shopper's own phone, 390×844. */
  readonly phone: Page;
  /** The merchant's tablet at the counter, 1180×820. */
  readonly counter: Page;
  /** The staff's tablet, 1180×820. */
  readonly tablet: Page;
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const TABLET = { viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: false };

interface DeviceFixtures extends Devices {
  readonly device: (kind: typeof PHONE) => Promise<Page>;
}

/** Every page of every test fails the test when it writes an error to the console. */
export const test = base.extend<DeviceFixtures>({
  device: async ({ browser, contextOptions, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (kind) => {
      const context = await browser.newContext({ ...contextOptions, baseURL, ...kind });
      contexts.push(context);
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' && !isExpected(message.text())) {
          complaints.push(message.text());
        }
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      return page;
    });
    // The next guest may have the same face: nobody leaves theirs behind.
    await Promise.all(contexts.map(({ request }) => request.delete('/api/me/face')));
    await Promise.all(contexts.map((context) => context.close()));
    base.expect(complaints, 'errors on the console').toEqual([]);
  },
  phone: async ({ device }, use) => use(await device(PHONE)),
  counter: async ({ device }, use) => use(await device(TABLET)),
  tablet: async ({ device }, use) => use(await device(TABLET)),
});

/** A refusal is an answer; the browser's own note about its status is no fault of the page. */
function isExpected(text: string): boolean {
  return text.startsWith('Failed to load resource: the server responded with a status of 4');
}

export { expect } from '@playwright/test';
