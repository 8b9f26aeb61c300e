import { chromium } from '@playwright/test';
import { makeFilm } from '@/testing/actor/film';
import { expect, test } from './fixtures';
import { choose, pairCounter, readApproval, tapPay, typeDigits } from './people/guest';
import { typeOnKeypad } from './people/shopper';

/**
 * Chromium's own camera plays a film, so nothing of getUserMedia is replaced. A film cannot
 * follow a prompt, and so it cannot pay; it must be seen and asked for a smile.
 */
test('the real camera is opened, seen and let go again', async ({
  browser,
  launchOptions,
  baseURL,
}, testInfo) => {
  test.setTimeout(180_000);
  const film = testInfo.outputPath('neutral.mjpeg');
  await makeFilm(browser, film, { face: 'ana', script: [{ prompt: 'neutral', lastsMs: 3_000 }] });
  const withCamera = await chromium.launch({
    ...launchOptions,
    args: [
      ...(launchOptions.args ?? []),
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  try {
    const viewport = { width: 1180, height: 820 };
    const page = await withCamera.newPage({ baseURL, viewport, permissions: ['camera'] });
    await pairCounter(page);
    await choose(page, 'Lemonade');
    await tapPay(page);
    await typeDigits(page, '13900001234');

    const asked = page.getByRole('status').filter({ hasText: /Smile to pay ¥16.00|bigger smile/ });
    await expect(asked.or(page.getByText('We did not recognise you')).first()).toBeVisible({
      timeout: 40_000,
    });

    await page.getByRole('button', { name: 'Pay with PIN' }).click();
    await typeOnKeypad(page, 'PIN', '246810');
    await readApproval(page);
  } finally {
    await withCamera.close();
  }
});
