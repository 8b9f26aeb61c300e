import { chromium, type Page } from '@playwright/test';
import { ensureBrowser } from '@/bin/check/browser';
import type { SeenPhoto } from './page';
import type { Photo } from './photos';
import { startServer } from './server';

export type Library = 'ours' | 'stock';

/** A photo that a library was shown; `seen` is null when it found no face. */
export interface ShownPhoto extends Photo {
  readonly seen: SeenPhoto | null;
}

export interface Studio {
  /** Shows photos to a library in Chromium, one after the other. Progress goes to stderr. */
  show(library: Library, photos: readonly Photo[], rollDegrees?: number): Promise<ShownPhoto[]>;
}

/** Runs `work` with a browser and a server, and ends both whatever happens. */
export async function withStudio<T>(work: (studio: Studio) => Promise<T>): Promise<T> {
  const server = await startServer();
  const { executablePath } = ensureBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    return await work({
      async show(library, photos, rollDegrees = 0) {
        // A page for each library: they run side by side, and neither sees the other's memory.
        const page = await browser.newPage();
        await page.goto(server.origin);
        await page.waitForFunction(() => 'bench' in window);
        const shown: ShownPhoto[] = [];
        for (const photo of photos) {
          const seen = await look(page, library, server.addressOf(photo.path), rollDegrees);
          shown.push({ ...photo, seen });
          tellProgress(library, rollDegrees, shown.length, photos.length);
        }
        await page.close();
        return shown;
      },
    });
  } finally {
    await browser.close();
    server.close();
  }
}

async function look(
  page: Page,
  library: Library,
  url: string,
  rollDegrees: number,
): Promise<SeenPhoto | null> {
  const request = { library, url, rollDegrees };
  return page.evaluate(
    (photo) => window.bench[photo.library](photo.url, photo.rollDegrees),
    request,
  );
}

function tellProgress(library: Library, rollDegrees: number, done: number, of: number): void {
  if (done % 25 !== 0 && done !== of) return;
  const roll = rollDegrees === 0 ? '' : ` at ${rollDegrees}°`;
  process.stderr.write(`${library}${roll}: ${done} of ${of} photos\n`);
}
