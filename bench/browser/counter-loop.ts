import type { Browser, BrowserContext, Page } from '@playwright/test';
import { FACE_NAMES, type FaceName } from '@/testing/actor/cast';
import { actAs } from '@/testing/actor/stage';
import { pairCounter } from '@/e2e/people/guest';
import { lastFour, settleIn, type ShopperCard, stranger } from '@/e2e/people/shopper';
import { WEIGHTS } from '@/models/weights';
import { longestTaskMs, watchLongTasks } from './long-tasks';
import { payOnce, type Payment } from './payment';
import { watchPhases } from './phases';
import type { Wire } from './wire';

const MANNER = { reactionMs: 600, jitterMs: 0 } as const;
const GUEST = { face: 'ana', ...MANNER } as const;
/** Who pays, one after the other. */
const FACES = FACE_NAMES.slice(0, 6);
/** ¥16. */
const PRODUCT = 'Lemonade';
const YUAN = 500;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const TABLET = { viewport: { width: 1180, height: 820 }, hasTouch: true };

export interface LoopResult {
  readonly payments: readonly Payment[];
  readonly longestTaskMs: number;
  readonly bytes: {
    /** Until a frame can be tracked: page, scripts, WASM, detector, landmarks, expression. */
    readonly untilTracked: number;
    /** Until the first payment is approved: also the embedder and the payment's own traffic. */
    readonly untilApproved: number;
    /** The same when the page is opened again, until approved. */
    readonly secondVisit: number;
  };
}

/**
 * Six shoppers enrol on a phone and then pay by turns at one counter, reacting 0.6 s after each
 * prompt. The first payment of each, with the whole number, only warms up.
 *
 * @param say told of each payment.
 */
export async function runCounterLoop(
  browser: Browser,
  wire: Wire,
  runs: number,
  say: (text: string) => void,
): Promise<LoopResult> {
  const shoppers: ShopperCard[] = [];
  for (const face of FACES) {
    shoppers.push(await enrolOnPhone(browser, wire, face));
    say(`${face} is enrolled`);
  }
  const [shopper] = shoppers;
  if (!shopper) throw new Error('nobody is there to pay');
  const context = await browser.newContext({ baseURL: wire.url, locale: 'en-GB', ...TABLET });
  const counter = await openCounter(context);

  const before = wire.bytes();
  await counter.goto('/counter');
  await payOnce(counter, PRODUCT, shopper.phone);
  const bytes = {
    untilTracked: bytesUntilTrackable(wire) - before,
    untilApproved: wire.bytes() - before,
  };
  for (const [i, each] of shoppers.entries()) {
    if (i > 0) await payAs(counter, FACES[i] ?? 'ana', 900 + i, each.phone);
  }
  say('the first payments, with whole numbers, are approved');

  const payments: Payment[] = [];
  while (payments.length < runs) {
    const turn = payments.length % FACES.length;
    const [face = 'ana', card = shopper] = [FACES[turn], shoppers[turn]];
    const payment = await payAs(counter, face, payments.length + 2, lastFour(card));
    payments.push(payment);
    say(`${payments.length}/${runs}: ${face}, ${Math.round(payment.payToApprovedMs)} ms`);
  }
  const longest = await longestTaskMs(counter);
  const secondVisit = await visitAgain(context, counter, wire, shopper);
  await context.close();
  return { payments, longestTaskMs: longest, bytes: { ...bytes, secondVisit } };
}

/** @param seed nobody moves twice in the same way; who does is taken for a film. */
async function payAs(
  counter: Page,
  face: FaceName,
  seed: number,
  digits: string,
): Promise<Payment> {
  await actAs(counter, { face, ...MANNER, seed });
  return payOnce(counter, PRODUCT, digits);
}

async function enrolOnPhone(browser: Browser, wire: Wire, face: FaceName): Promise<ShopperCard> {
  const context = await browser.newContext({ baseURL: wire.url, locale: 'en-GB', ...PHONE });
  const phone = await context.newPage();
  const shopper = stranger('Ana Berg');
  await actAs(phone, { face });
  await settleIn(phone, shopper, YUAN);
  await context.close();
  return shopper;
}

/** Paired, with nothing of the counter's page in its cache yet. */
async function openCounter(context: BrowserContext): Promise<Page> {
  const pairing = await context.newPage();
  await actAs(pairing, { face: 'ana' });
  await pairCounter(pairing);
  await pairing.close();
  const counter = await context.newPage();
  const session = await context.newCDPSession(counter);
  await session.send('Network.clearBrowserCache');
  await actAs(counter, GUEST);
  await watchLongTasks(counter);
  await watchPhases(counter);
  return counter;
}

/** The engine asks for the embedder when all that tracking needs is there. */
function bytesUntilTrackable(wire: Wire): number {
  const embedder = WEIGHTS.find(({ name }) => name === 'embedder');
  const bytes = embedder && wire.bytesBefore(embedder.url);
  if (bytes === undefined) throw new Error('The page never asked for the embedder.');
  return bytes;
}

async function visitAgain(
  context: BrowserContext,
  old: Page,
  wire: Wire,
  shopper: ShopperCard,
): Promise<number> {
  await old.close();
  const counter = await context.newPage();
  await actAs(counter, { ...GUEST, seed: 1_000 });
  const before = wire.bytes();
  await counter.goto('/counter');
  await payOnce(counter, PRODUCT, lastFour(shopper));
  return wire.bytes() - before;
}
