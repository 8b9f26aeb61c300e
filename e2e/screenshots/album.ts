import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

export const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 1180, height: 820 },
  kiosk: { width: 1080, height: 1920 },
} as const;
export type Size = keyof typeof SIZES;

const THEMES = ['light', 'dark'] as const;

interface Picture {
  readonly state: string;
  readonly file: string;
  readonly size: Size;
  readonly theme: string;
}

/** Pictures of the app's pages, each in several sizes and both themes, and a page that shows all. */
export class Album {
  readonly #pictures: Picture[] = [];

  constructor(
    private readonly folder: string,
    private readonly say: (text: string) => void,
  ) {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
  }

  /**
   * @param state what is seen, such as `shopper/wallet`; a folder of the album is made of it
   * @param sizes the page is left in the first of them, and in the light theme
   */
  async take(page: Page, state: string, sizes: readonly [Size, ...Size[]]): Promise<void> {
    fs.mkdirSync(path.join(this.folder, state), { recursive: true });
    for (const size of [...sizes].reverse()) {
      await page.setViewportSize(SIZES[size]);
      for (const theme of [...THEMES].reverse()) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await settled(page);
        const file = path.join(state, `${size}-${theme}.png`);
        // Ends transitions of colours that the change of theme began.
        await page.screenshot({ path: path.join(this.folder, file), animations: 'disabled' });
        this.#pictures.push({ state, file, size, theme });
      }
    }
    this.say(`${state}: ${sizes.join(', ')}`);
  }

  /** @returns the page's file and how many pictures it shows */
  finish(): { readonly index: string; readonly pictures: number } {
    const index = path.join(this.folder, 'index.html');
    fs.writeFileSync(index, indexOf(this.#pictures));
    return { index, pictures: this.#pictures.length };
  }
}

/** Fonts are there, pictures are decoded, and the browser has drawn twice. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}

function indexOf(pictures: readonly Picture[]): string {
  const states = [...new Set(pictures.map(({ state }) => state))];
  const sections = states.map((state) => {
    const figures = pictures
      .filter((picture) => picture.state === state)
      .reverse()
      .map(
        ({ file, size, theme }) =>
          `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${state}, ${size}, ${theme}"></a><figcaption>${size}, ${theme}</figcaption></figure>`,
      );
    return `<h2>${state}</h2><div>${figures.join('')}</div>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Smile to Pay: every page</title>
<style>body{font:16px system-ui;margin:2rem}div{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}
figure{margin:0}img{height:360px;border:1px solid #ccc}</style>
<h1>${pictures.length} pictures of ${states.length} states</h1>
${sections.join('\n')}
`;
}
