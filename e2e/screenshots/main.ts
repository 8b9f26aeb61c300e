import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext } from '@playwright/test';
import { installedBrowser } from '@/bin/check/browser';
import { actAs } from '@/testing/actor/stage';
import { freePort, launch, newDataDir } from '../launch';
import { Album, SIZES } from './album';
import { photographCounter, photographOtherWays } from './counter-scenes';
import { photographCase, photographOperator } from './operator-scenes';
import { filmPayment, writeReadmePictures } from './readme';
import {
  photographMe,
  photographNewcomer,
  photographShopping,
  photographStart,
} from './shopper-scenes';
import { photographBoard, photographMerchant, photographStaffStart } from './staff-scenes';

/**
 * Takes a picture of every page and state, as people come through them, at each size and in both
 * themes, and writes a page that shows all of them.
 *
 *     npm run screenshots [-- --out .data/screenshots] [--readme]
 *
 * With --readme it also writes the README's pictures, and the film of a payment.
 */
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: path.join('.data', 'screenshots') },
    readme: { type: 'boolean', default: false },
  },
});
const say = (text: string) => process.stderr.write(`${text}\n`);
const dataDir = newDataDir();
const port = await freePort();
const app = launch(['--port', String(port), '--data-dir', dataDir]);
try {
  say('Starting the app');
  await app.ready;
  const { index, pictures } = await photographAll(`http://localhost:${port}`);
  console.log(JSON.stringify({ pictures, index }));
} finally {
  await app.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
}

async function photographAll(baseURL: string) {
  const executablePath = installedBrowser()?.executablePath;
  const args = ['--use-fake-ui-for-media-stream', '--disable-gpu'];
  const browser = await chromium.launch({ executablePath, args });
  const album = new Album(values.out, say);
  const open = (viewport: { width: number; height: number }): Promise<BrowserContext> =>
    browser.newContext({ baseURL, viewport, hasTouch: true, locale: 'en-GB' });
  try {
    const contexts = await Promise.all(
      [SIZES.phone, SIZES.tablet, SIZES.tablet, SIZES.phone].map(open),
    );
    const [phone, counter, tablet, other] = await Promise.all(
      contexts.map((context) => context.newPage()),
    );
    if (!phone || !counter || !tablet || !other) throw new Error('a page did not open');
    await actAs(phone, { face: 'ana' });
    const ana = await photographStart(phone, album);
    await photographShopping(phone, album);
    await photographMe(phone, album);
    await photographNewcomer(other, album);
    await photographStaffStart(tablet, album);
    await actAs(counter, { face: 'ana' });
    await photographCounter(counter, album, ana);
    if (values.readme) await filmPayment(counter, ana);
    await photographOtherWays(counter, album, ana);
    await photographBoard(tablet, album);
    await photographMerchant(tablet, album);
    await photographCase(phone, tablet, album);
    await photographOperator(tablet, album);
    if (values.readme) await writeReadmePictures(values.out);
    return album.finish();
  } finally {
    await browser.close();
  }
}
