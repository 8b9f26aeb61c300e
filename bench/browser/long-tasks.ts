import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Start and length of every task that held the main thread for 50 ms or more. */
    longTasks?: { startMs: number; durationMs: number }[];
  }
}

/** @requires before the page is opened. Only the browser itself can see these. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: { startMs: number; durationMs: number }[] = [];
    window.longTasks = tasks;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        tasks.push({ startMs: startTime, durationMs: duration });
      }
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** The longest one that began after the page had loaded; 0 when none took 50 ms. */
export function longestTaskMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const loadedMs =
      navigation instanceof PerformanceNavigationTiming ? navigation.loadEventEnd : 0;
    const durations = (window.longTasks ?? [])
      .filter(({ startMs }) => startMs >= loadedMs)
      .map(({ durationMs }) => durationMs);
    return Math.max(0, ...durations);
  });
}
