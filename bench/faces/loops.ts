import { chromium } from '@playwright/test';
import { ensureBrowser } from '@/bin/check/browser';
import { actAs } from '@/testing/actor/stage';
import type { LoopReport } from './loop';
import { startServer } from './server';

export interface LoopsReport {
  readonly ours: LoopReport;
  /** face-api's own webcam demo on the same film. */
  readonly stock: LoopReport;
  readonly timesStock: number;
}

/** Both loops on the same acted person, one after the other, in Chromium without a GPU. */
export async function measureLoops(seconds: number): Promise<LoopsReport> {
  const server = await startServer();
  const { executablePath } = ensureBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const measure = async (library: 'oursLoop' | 'stockLoop'): Promise<LoopReport> => {
      const page = await browser.newPage();
      await actAs(page, { face: 'ana' });
      await page.goto(server.origin);
      await page.waitForFunction(() => 'bench' in window);
      const run = { library, seconds };
      const report = await page.evaluate(
        (asked) => window.bench[asked.library](asked.seconds),
        run,
      );
      await page.close();
      return report;
    };
    const ours = await measure('oursLoop');
    const stock = await measure('stockLoop');
    const timesStock = Math.round((ours.framesPerSecond / stock.framesPerSecond) * 10) / 10;
    return { ours, stock, timesStock };
  } finally {
    await browser.close();
    server.close();
  }
}
