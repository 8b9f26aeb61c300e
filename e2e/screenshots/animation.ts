import path from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';

/** Between two frames, and how long the last one stays. */
const FRAME_MS = 250;
const LAST_MS = 2_500;
const WIDTH = 590;

/**
 * Films a page as frames until told to stop; a person's doings go on meanwhile.
 *
 * @returns stops, and writes the film as an animated WebP
 */
export function film(page: Page): (file: string) => Promise<void> {
  const frames: Buffer[] = [];
  let over = false;
  const filming = (async () => {
    while (!over) {
      const startedAt = performance.now();
      frames.push(await page.screenshot());
      const leftMs = FRAME_MS - (performance.now() - startedAt);
      if (leftMs > 0) await page.waitForTimeout(leftMs);
    }
  })();
  return async (file) => {
    over = true;
    await filming;
    frames.push(await page.screenshot());
    const small = await Promise.all(
      frames.map((frame) => sharp(frame).resize({ width: WIDTH }).png().toBuffer()),
    );
    const delay = small.map((_, index) => (index === small.length - 1 ? LAST_MS : FRAME_MS));
    await sharp(small, { join: { animated: true } })
      .webp({ delay, loop: 0, quality: 60, effort: 4 })
      .toFile(path.resolve(file));
  };
}
