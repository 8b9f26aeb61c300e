import { actAs } from '@/testing/actor/stage';
import type { ChallengeLength } from '@/lib/liveness/challenge';
import type { Counter } from '../counter';
import type { Stager } from '../kinds';
import { captureFor, tryOf, type Captured, type Lab } from '../lab';
import { anybody } from '../people';
import type { Shop } from '../shop';
import type { Try } from '../tally';

/** Whose genuine evidence is tampered with. */
const PAYER = 'ana';
/** A challenge lives for a minute; what is sent must not be refused for its age. */
const FRESH_MS = 40_000;
const TRIES_MAX = 5;

/** Genuine evidence on its way to the server. */
export interface Live extends Captured {
  readonly length: ChallengeLength;
  /** As the tablet signed it. */
  readonly signed: string;
  readonly takenAt: number;
}

/** What an attacker sends instead, by bare HTTP. */
export interface Delivery {
  readonly by: Shop;
  readonly paymentId: string;
  readonly challengeId: string;
  readonly evidence: string | object;
}

/** How many untouched evidences were sent afterwards, and how many of them paid. */
export interface Controls {
  tried: number;
  paid: number;
}

const calmly: Stager = (face, _steps, random) => {
  const how = { ...anybody(random), reactionMs: 600, light: 1, noise: 2, scale: 1 };
  return { claimed: face, variant: { how }, play: (page) => actAs(page, { ...how, face }) };
};

/** A genuine shopper's evidence, signed and not yet sent. */
export async function takeLive(lab: Lab, length: ChallengeLength): Promise<Live> {
  for (let tries = 1; tries <= TRIES_MAX; tries += 1) {
    await lab.books.forgetFailures();
    const captured = await captureFor(lab, {
      face: PAYER,
      stager: calmly,
      length,
      client: 'honest',
      digits: 'whole',
      patienceMs: 30_000,
    });
    if ('gaveUp' in captured) continue;
    const signed = await lab.counter.sign(captured.evidence);
    return { ...captured, length, signed, takenAt: performance.now() };
  }
  throw new Error(`${PAYER} gave up ${TRIES_MAX} times in a row`);
}

/**
 * Sends changed evidence in place of genuine one. What is used up or grows old is replaced, and
 * sent untouched at last if it still can be: that it pays shows that only the change stood in
 * the way.
 */
export async function tamper(
  lab: Lab,
  controls: Controls,
  deliveries: readonly ((live: Live) => Promise<Delivery>)[],
): Promise<Try[]> {
  const tries: Try[] = [];
  let live: Live | undefined;
  for (const [index, prepare] of deliveries.entries()) {
    const length = index < deliveries.length / 2 ? 'short' : 'long';
    const isFresh = live && performance.now() - live.takenAt <= FRESH_MS;
    if (live && !(isFresh && live.length === length)) {
      await payUntouched(lab, controls, live);
      live = undefined;
    }
    live ??= await takeLive(lab, length);
    await lab.books.forgetFailures();
    const sent = await send(lab, live, await prepare(live));
    tries.push(sent);
    if (await isSpent(lab, live)) live = undefined;
  }
  if (live) await payUntouched(lab, controls, live);
  return tries;
}

export async function send(lab: Lab, live: Live, delivery: Delivery): Promise<Try> {
  const { by, paymentId, challengeId, evidence } = delivery;
  return tryOf(lab, live.length, challengeId, await by.authorize(paymentId, challengeId, evidence));
}

export async function payUntouched(lab: Lab, controls: Controls, live: Live): Promise<void> {
  const { paymentId, challenge, signed } = live;
  await lab.books.forgetFailures();
  const paid = await send(lab, live, untouched(lab.counter, paymentId, challenge.id, signed));
  controls.tried += 1;
  controls.paid += paid.accepted ? 1 : 0;
  if (!paid.accepted) {
    lab.say(`a control was not paid: ${paid.reason} (${paid.failed.join(', ')})`);
    await lab.counter.shop.cancel(paymentId);
  }
}

export function untouched(
  { shop }: Counter,
  paymentId: string,
  challengeId: string,
  evidence: string | object,
): Delivery {
  return { by: shop, paymentId, challengeId, evidence };
}

/** A changed evidence that was judged has used the challenge up. */
async function isSpent({ books }: Lab, { challenge }: Live): Promise<boolean> {
  return books.isConsumed(challenge.id);
}
