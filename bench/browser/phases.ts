import type { Page } from '@playwright/test';
import { percentile } from './statistics';

interface Mark {
  /** `next`, a prompt, `none` between prompts, or `thanks`. */
  readonly what: string;
  readonly atMs: number;
}

declare global {
  interface Window {
    marks?: Mark[];
  }
}

/** How the time of one payment was spent, in ms, by the page's own clock. */
export interface Phases {
  /** From the tap after the last digit until the calm face is asked for: camera, challenge. */
  readonly waking: number;
  /** Until the calm face was seen. */
  readonly calm: number;
  /** The pause that nobody can foretell. */
  readonly pause: number;
  /** From the words to the smile's last frame: the guest's reaction is most of it. */
  readonly smile: number;
  /** Describing, signing, and the server's answer. */
  readonly answer: number;
  readonly lastTapToApproved: number;
}

/** @requires before the page is opened. */
export async function watchPhases(page: Page): Promise<void> {
  // No named functions in here: the compiler gives them a helper that the page does not have.
  await page.addInitScript(() => {
    const marks: Mark[] = [];
    window.marks = marks;
    addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest('button') : null;
        if (button?.textContent !== 'Next: smile') return;
        marks.push({ what: 'next', atMs: performance.now() });
      },
      true,
    );
    new MutationObserver(() => {
      const view = document.querySelector('[data-face-check]');
      const thanks = document.querySelector('h1')?.textContent?.startsWith('Thank you');
      const what = view?.getAttribute('data-prompt') ?? (thanks ? 'thanks' : undefined);
      if (!what || marks.at(-1)?.what === what) return;
      marks.push({ what, atMs: performance.now() });
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/** @returns those of the payment that was approved last; undefined when it took a second smile. */
export async function lastPhases(page: Page): Promise<Phases | undefined> {
  const marks = await page.evaluate(() => window.marks ?? []);
  const ours = marks.slice(marks.findLastIndex(({ what }) => what === 'next'));
  const words = ours.map(({ what }) => what).join();
  if (words !== 'next,none,neutral,none,smile,none,thanks') return undefined;
  const at = (i: number) => ours[i]?.atMs ?? NaN;
  const between = (from: number, to: number) => at(to) - at(from);
  return {
    waking: between(0, 2),
    calm: between(2, 3),
    pause: between(3, 4),
    smile: between(4, 5),
    answer: between(5, 6),
    lastTapToApproved: between(0, 6),
  };
}

/** The median of each phase over the payments that took one smile. */
export function medianPhases(all: readonly Phases[]): Record<keyof Phases, number> {
  const median = (of: keyof Phases) =>
    Math.round(
      percentile(
        all.map((each) => each[of]),
        0.5,
      ),
    );
  return {
    waking: median('waking'),
    calm: median('calm'),
    pause: median('pause'),
    smile: median('smile'),
    answer: median('answer'),
    lastTapToApproved: median('lastTapToApproved'),
  };
}
