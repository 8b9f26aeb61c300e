import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { ensureBrowser } from '@/bin/check/browser';
import { rateOf } from '../browser/statistics';
import { startServer } from '../faces/server';
import { planTakes, stageTake, type Planned } from './plan';

/**
 * Records face checks for the judgement to be measured against, one JSON a face check. What is there
 * already is left alone, so it can be stopped and begun again.
 *
 *     npx tsx bench/attacks/record.ts --out FOLDER [--seed 1] [--quick] [--kinds genuine,…]
 */

const AMOUNTS = { genuine: { short: 8, long: 4, thorough: 2 }, attack: 20 };
const QUICK = { genuine: { short: 1, long: 1, thorough: 1 }, attack: 4 };

/** Decoded pictures of every face that a page has met stay in its memory. */
const TAKES_PER_PAGE = 10;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
    kinds: { type: 'string' },
  },
});

async function record(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const kinds = values.kinds?.split(',');
  const planned = planTakes(values.quick ? QUICK : AMOUNTS, Number(values.seed))
    .filter(({ kind }) => kinds?.includes(kind) ?? true)
    .filter((take) => !existsSync(join(out, fileOf(take))));
  const server = await startServer('bench/attacks/page.ts');
  const { executablePath } = ensureBrowser();
  const args = ['--no-sandbox', '--disable-gpu'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    let page: Page | undefined;
    for (const [index, take] of planned.entries()) {
      if (!page || index % TAKES_PER_PAGE === 0) {
        await page?.close();
        page = await openPage(browser, server.origin, take);
      }
      const told = await recordOne(page, take, out);
      process.stderr.write(`${index + 1}/${planned.length} ${fileOf(take)}: ${told}\n`);
    }
  } finally {
    await browser.close();
    server.close();
  }
}

async function openPage(browser: Browser, origin: string, first: Planned): Promise<Page> {
  const page = await browser.newPage();
  await stageTake(first).staged.play(page);
  await page.goto(origin);
  await page.waitForFunction(() => 'attacks' in window);
  await page.evaluate(() => window.attacks.ready());
  return page;
}

/** @returns a few words on how it went. */
async function recordOne(page: Page, take: Planned, out: string): Promise<string> {
  const { challenge, staged } = stageTake(take);
  await staged.play(page);
  const { kind, variant, face, client, length, patienceMs, seed } = take;
  const asked = { client, challenge, patienceMs };
  const { elapsedMs, ...taken } = await page.evaluate(
    (asked) => window.attacks.checkFace(asked),
    asked,
  );
  const evidence = taken.kind === 'taken' ? taken.evidence : null;
  const { steps, colours } = challenge;
  const recorded = {
    kind,
    variant,
    face,
    claimed: staged.claimed,
    client,
    length,
    seed,
    staged: staged.variant,
    challenge: { steps, colours },
    evidence,
    ...(taken.kind === 'gave-up' && { gaveUp: taken.reason }),
    elapsedMs,
  };
  await writeFile(join(out, fileOf(take)), JSON.stringify(recorded));
  const fps = rateOf(evidence?.frames.map(({ tMs }) => tMs) ?? []).toFixed(0);
  const end = taken.kind === 'taken' ? `${fps} fps` : taken.reason;
  return `${(elapsedMs / 1000).toFixed(1)} s, ${end}`;
}

function fileOf({ kind, length, client, face, variant, seed }: Planned): string {
  const place = String(variant).padStart(2, '0');
  return `${kind}.${length}.${client}.${face}.${place}.${seed}.json`;
}

if (values.out === undefined) {
  process.stderr.write('--out FOLDER is missing.\n');
  process.exitCode = 1;
} else {
  await record(values.out);
}
