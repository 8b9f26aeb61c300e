import { parseArgs } from 'node:util';
import { request } from '@playwright/test';
import { seeded } from '@/testing/actor/acting';
import { bundlePage } from '../faces/bundle';
import { withApp, type RunningApp } from '../with-app';
import { openBooks } from './books';
import { runGenuine } from './browser-kinds';
import { openCounter } from './counter';
import { collectOriginals } from './http/forging';
import type { Lab } from './lab';
import { TURNING_FACES } from './people';
import { report, type Findings } from './report';
import { Shoppers } from './shoppers';
import { KINDS, onlyOnce, type Means } from './suite';

/**
 * Attacks the real app: its pages, its worker, its HTTP API, its database.
 *
 *     npm run bench:attacks -- --json [--variants 20] [--payments 2] [--kinds genuine,photo-still,…]
 *
 * All of it takes more than an hour. When it is stopped (Ctrl-C, SIGTERM) it prints the figures
 * of what was done by then.
 */

const say = (text: string) => process.stderr.write(`${text}\n`);

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    variants: { type: 'string', default: '20' },
    kinds: { type: 'string' },
    faces: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    climbs: { type: 'string', default: '500' },
    /** Of every face with the long and the thorough challenge; twice as many with the short one. */
    payments: { type: 'string', default: '2' },
  },
});
const names = ['genuine', ...Object.keys(KINDS)];
const wanted = values.kinds?.split(',') ?? names;
const unknown = wanted.filter((kind) => !names.includes(kind));
if (unknown.length > 0) {
  say(`There is no kind ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  process.exit(1);
}

const figures = await withApp(say, async (app) => {
  const findings = { genuine: [], tries: {}, broken: {}, controls: { tried: 0, paid: 0 } };
  const stopped = await Promise.race([attack(app, findings), signalled()]);
  const run = { browser: app.browser.version(), seed: Number(values.seed), stopped };
  return report(findings, run);
});
if (values.json) console.log(JSON.stringify(figures, null, 2));
else console.table({ ...figures.attacks, ...figures.knownGaps });
// Whatever was stopped half-way is still waiting for something.
process.exit();

/** @returns true as soon as somebody wants it to end. */
function signalled(): Promise<true> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(true));
  });
}

/**
 * @param findings filled as it goes, so that nothing is lost with what comes after.
 * @returns false: it came to its end.
 */
async function attack({ origin, dataDir, browser }: RunningApp, findings: Findings) {
  const bundle = await bundlePage('bench/attacks/page.ts');
  const bare = await request.newContext({ baseURL: origin });
  const counter = await openCounter(browser, origin, bundle);
  const lab: Lab = {
    origin,
    counter,
    other: await openCounter(browser, origin, bundle),
    shoppers: new Shoppers(browser, origin, counter.shop, say),
    books: openBooks(dataDir),
    random: seeded(Number(values.seed)),
    variants: Number(values.variants),
    say,
  };
  try {
    if (wanted.includes('genuine')) await pay(lab, findings);
    await attackInTurns(lab, findings, {
      bare,
      controls: findings.controls,
      originals: onlyOnce(() => collectOriginals(lab)),
      climbs: Number(values.climbs),
    });
  } finally {
    await lab.books.close();
    await bare.dispose();
  }
  return false;
}

async function pay(lab: Lab, { genuine }: Findings): Promise<void> {
  const each = Number(values.payments);
  const payments = { short: 2 * each, long: each, thorough: each };
  for (const face of TURNING_FACES.slice(0, Number(values.faces))) {
    genuine.push(...(await runGenuine(lab, face, payments)));
  }
}

async function attackInTurns(lab: Lab, { tries, broken }: Findings, means: Means): Promise<void> {
  for (const [kind, run] of Object.entries(KINDS)) {
    if (!wanted.includes(kind)) continue;
    try {
      const done = await run(lab, means);
      tries[kind] = done;
      say(`${kind}: ${done.filter((one) => one.accepted).length} of ${done.length} accepted`);
    } catch (error) {
      // What the other kinds find out in an hour must not be lost with one.
      broken[kind] = String(error);
      say(`${kind} broke off: ${String(error)}`);
    }
  }
}
