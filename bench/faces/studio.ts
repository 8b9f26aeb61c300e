import { chromium, type Browser, type Page } from '@playwright/test';
import { ensureBrowser } from '@/bin/check/browser';
import { harmOf, type Harm } from './degrade';
import type { LookReport, SeenFace, Showing } from './page';
import type { Photo } from './photos';
import { startServer } from './server';

export type Library = 'ours' | 'stock';

/** A photo that a library was shown. */
export interface ShownPhoto extends Photo {
  /** Null when the file could not be read. */
  readonly look: LookReport | null;
  /** The look's face; null when there was none. */
  readonly seen: SeenFace | null;
}

export type ShownTo<L extends Library> = Readonly<Record<L, readonly ShownPhoto[]>>;

/** How photos are shown: as they are, if nothing is said. */
export interface Handling {
  readonly rollDegrees?: number;
  readonly degrade?: Harm | 'mixed' | null;
}

export interface Studio {
  /**
   * Shows photos to libraries in Chromium, every photo to all before the next one, so that
   * whatever else the machine does is shared fairly. Progress goes to stderr.
   */
  show<L extends Library>(
    libraries: readonly L[],
    photos: readonly Photo[],
    handling?: Handling,
  ): Promise<ShownTo<L>>;
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
      async show(libraries, photos, handling = {}) {
        // A page for each library: neither sees the other's memory.
        const shown = {} as Record<(typeof libraries)[number], ShownPhoto[]>;
        for (const library of libraries) shown[library] = [];
        const pages = await Promise.all(libraries.map(() => openPage(browser, server.origin)));
        const urls = photos.map(({ path }) => server.addressOf(path));
        const look = (library: Library, place: number) => {
          const page = pages[libraries.findIndex((each) => each === library)];
          return page && lookAt(page, library, showingOf(urls[place] ?? '', handling, place));
        };
        // The first look of a page packs weights; it shall not count.
        for (const library of libraries) await look(library, 0);
        for (const [place, photo] of photos.entries()) {
          for (const library of libraries) {
            const seen = (await look(library, place)) ?? null;
            shown[library].push({ ...photo, look: seen, seen: seen?.face ?? null });
          }
          tellProgress(libraries, handling, place + 1, photos.length);
        }
        await Promise.all(pages.map((page) => page.close()));
        return shown;
      },
    });
  } finally {
    await browser.close();
    server.close();
  }
}

async function openPage(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(origin);
  await page.waitForFunction(() => 'bench' in window);
  return page;
}

function showingOf(url: string, { rollDegrees, degrade }: Handling, place: number): Showing {
  return { url, rollDegrees: rollDegrees ?? 0, harm: harmOf(degrade ?? null, place), place };
}

async function lookAt(page: Page, library: Library, showing: Showing): Promise<LookReport | null> {
  return page.evaluate((asked) => window.bench[asked.library](asked.showing), { library, showing });
}

function tellProgress(
  libraries: readonly Library[],
  { rollDegrees }: Handling,
  done: number,
  of: number,
): void {
  if (done % 25 !== 0 && done !== of) return;
  const roll = rollDegrees ? ` at ${rollDegrees}°` : '';
  process.stderr.write(`${libraries.join(' and ')}${roll}: ${done} of ${of} photos\n`);
}
