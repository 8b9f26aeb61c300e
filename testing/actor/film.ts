import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Browser } from '@playwright/test';
import { bundle } from './bundle';
import type { FaceName } from './cast';
import { FRAMES_PER_SECOND } from './film-speed';
import { reelOf } from './reel';
import type { Beat } from './scene';
import { person, setUp, type Manner, type Room } from './stage';

/** Frames that one call into the page brings back. */
const BATCH = 30;

/**
 * Writes a film for Chromium's own file camera
 * (`--use-fake-device-for-media-stream --use-file-for-fake-video-capture=<path>`): JPEGs one
 * after the other, which it plays at 30 frames a second for ever.
 *
 * @param path ends in `.mjpeg`; its folder is made. Keep it out of the repository.
 * @param script what the person does; the film is as long as its beats.
 * @requires each beat to last at least as long as its expression takes, about half a second.
 */
export async function makeFilm(
  browser: Browser,
  path: string,
  {
    face,
    script,
    ...how
  }: { readonly face: FaceName; readonly script: readonly Beat[] } & Manner & Room,
): Promise<void> {
  const page = await browser.newPage();
  try {
    await page.evaluate(await bundle('projector.ts'));
    const scene = setUp([person(face, { ...how, follows: script })], how);
    const reels = { [face]: await reelOf(face) };
    await page.evaluate((film) => window.projector.load(film.scene, film.reels), { scene, reels });
    const lastsMs = script.reduce((sum, beat) => sum + beat.lastsMs, 0);
    const frames = Math.round((lastsMs * FRAMES_PER_SECOND) / 1000);
    const jpegs: Buffer[] = [];
    while (jpegs.length < frames) {
      const count = Math.min(BATCH, frames - jpegs.length);
      const batch = await page.evaluate((next) => window.projector.next(next), count);
      jpegs.push(...batch.map((jpeg) => Buffer.from(jpeg, 'base64')));
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.concat(jpegs));
  } finally {
    await page.close();
  }
}
