import { chromium, type Page } from '@playwright/test';
import { makeFilm } from '@/testing/actor/film';
import { expect, test } from './fixtures';
import { choose, pairCounter, readApproval, tapPay, typeDigits } from './people/guest';
import { typeOnKeypad } from './people/shopper';

declare global {
  interface Window {
    tracks?: MediaStreamTrack[];
  }
}

/** Notes the tracks that getUserMedia gives, and changes nothing about it. */
async function noteTracks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tracks: MediaStreamTrack[] = [];
    window.tracks = tracks;
    const { mediaDevices } = navigator;
    const real = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await real(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
}

/** @returns the states of all that were opened so far: `live` while its lamp is on. */
function tracksOf(page: Page): Promise<MediaStreamTrackState[]> {
  return page.evaluate(() => (window.tracks ?? []).map(({ readyState }) => readyState));
}

/**
 * Chromium's own camera plays a film, so no picture of getUserMedia is ours. A film cannot
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
    await noteTracks(page);
    await pairCounter(page);
    await choose(page, 'Lemonade');
    expect(await tracksOf(page)).toEqual([]);
    await tapPay(page);
    // Open while the digits are typed, so that nobody waits for it afterwards.
    await expect.poll(() => tracksOf(page)).toEqual(['live']);
    await page.getByRole('button', { name: 'Pay with PIN' }).click();
    await expect.poll(() => tracksOf(page)).toEqual(['ended']);
    await page.getByRole('button', { name: 'Pay with a smile' }).click();
    await typeDigits(page, '13900001234');

    const asked = page.getByRole('status').filter({ hasText: /Smile to pay ¥16.00|bigger smile/ });
    await expect(asked.or(page.getByText('We did not recognise you')).first()).toBeVisible({
      timeout: 40_000,
    });

    await page.getByRole('button', { name: 'Pay with PIN' }).click();
    await typeOnKeypad(page, 'PIN', '246810');
    await readApproval(page);
    expect(await tracksOf(page)).not.toContain('live');
  } finally {
    await withCamera.close();
  }
});
