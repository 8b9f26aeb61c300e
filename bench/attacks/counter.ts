import type { Browser, BrowserContext, Page } from '@playwright/test';
import { proofBy } from '@/e2e/people/counter-api';
import { pairCounter } from '@/e2e/people/guest';
import { claimsOf } from '@/lib/liveness/request-proof.fixture';
import type { EvidenceWire } from '@/lib/liveness/evidence';
import type { AskedFaceCheck } from './page';
import { Shop } from './shop';
import type { Taken } from './take';

/** A paired tablet on which an attacker's page runs beside the real one. */
export interface Counter {
  readonly context: BrowserContext;
  /** The real counter page. */
  readonly real: Page;
  /** The attacker's, on the same origin: the same cookies, the same key. */
  readonly lab: Page;
  readonly shop: Shop;
  checkFace(asked: AskedFaceCheck): Promise<Taken & { readonly elapsedMs: number }>;
  /** With the key that this tablet got when it was paired. @param kid another device's id. */
  sign(evidence: EvidenceWire | object, kid?: string): Promise<string>;
}

/** Where the attacker's page lies; the app knows nothing there. */
const FOLDER = '/attack-bench';
const HTML = '<!doctype html><meta charset="utf-8"><script type="module" src="page.js"></script>';
const TABLET = { viewport: { width: 1180, height: 820 }, hasTouch: true };

/** @param bundle the attacker's page and the engine's worker, of `bundlePage`. */
export async function openCounter(
  browser: Browser,
  origin: string,
  bundle: ReadonlyMap<string, Uint8Array>,
): Promise<Counter> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: 'en-GB',
    serviceWorkers: 'block',
    ...TABLET,
  });
  await context.route(`${origin}${FOLDER}/**`, (route) => {
    const file = new URL(route.request().url()).pathname.slice(FOLDER.length);
    const script = bundle.get(file);
    return route.fulfill({
      contentType: script ? 'text/javascript' : 'text/html',
      body: script ? Buffer.from(script) : HTML,
    });
  });
  const real = await context.newPage();
  await pairCounter(real);
  const lab = await context.newPage();
  return {
    context,
    real,
    lab,
    shop: new Shop(context.request, (path, body) =>
      proofBy(real, claimsOf('POST', origin + path, body)),
    ),
    async checkFace(asked) {
      await openLab(lab);
      // A page behind another draws one frame a second.
      await lab.bringToFront();
      await lab.evaluate(() => window.attacks.ready());
      return lab.evaluate((asked) => window.attacks.checkFace(asked), asked);
    },
    async sign(evidence, kid) {
      await openLab(lab);
      return lab.evaluate((signed) => window.attacks.sign(signed.evidence, signed.kid), {
        evidence,
        kid,
      });
    },
  };
}

/** Late, because a page that is open before anybody acts in it keeps the camera that it has. */
async function openLab(lab: Page): Promise<void> {
  if (new URL(lab.url(), 'http://nowhere').pathname.startsWith(FOLDER)) return;
  await lab.goto(`${FOLDER}/`);
  await lab.waitForFunction(() => 'attacks' in window);
}
