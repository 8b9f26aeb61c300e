import { seeded } from '@/testing/actor/acting';
import type { FaceName } from '@/testing/actor/cast';
import { lastFour } from '@/e2e/people/shopper';
import type { ChallengeLength, Challenge } from '@/lib/liveness/challenge';
import type { EvidenceWire } from '@/lib/liveness/evidence';
import type { Books } from './books';
import type { Counter } from './counter';
import type { Stager } from './kinds';
import type { Random } from './people';
import { isHeld, reasonOf, type Answer, type Authorized } from './shop';
import type { Shoppers } from './shoppers';
import type { Client } from './take';
import type { Try } from './tally';

/** Everything that a kind of attack may use. */
export interface Lab {
  readonly origin: string;
  readonly counter: Counter;
  /** Another paired tablet of the same store. */
  readonly other: Counter;
  readonly shoppers: Shoppers;
  readonly books: Books;
  readonly random: Random;
  readonly variants: number;
  say(text: string): void;
}

/** How the payer is claimed: the whole number, or a regular's last four digits. */
export type Digits = 'whole' | 'last-four';

export interface AskedPayment {
  readonly face: FaceName;
  readonly stager: Stager;
  readonly length: ChallengeLength;
  readonly client: Client;
  readonly digits: Digits;
  readonly patienceMs: number;
}

/** A payment's evidence that is signed and not yet sent. */
export interface Captured {
  readonly paymentId: string;
  readonly challenge: Challenge;
  readonly evidence: EvidenceWire;
  readonly elapsedMs: number;
}

/** An order, a challenge and a face check for it, up to the moment before it is sent. */
export async function captureFor(
  lab: Lab,
  asked: AskedPayment,
): Promise<Captured | { readonly gaveUp: string; readonly length: ChallengeLength }> {
  const { counter } = lab;
  const { length, client, patienceMs } = asked;
  const seed = Math.floor(lab.random() * 2 ** 31);
  const stage = (steps: Challenge['steps']) => asked.stager(asked.face, steps, seeded(seed));
  // Who is claimed is known before the challenge is; the scene's turning points, only after.
  const card = await lab.shoppers.of(stage([]).claimed);
  const { payment } = await counter.shop.order(length);
  const digits = asked.digits === 'whole' ? card.phone : lastFour(card);
  const begun = await counter.shop.begin(payment.id, digits, length);
  if (!begun.ok) return { gaveUp: begun.code, length };
  const challenge = begun.value;
  await stage(challenge.steps).play(counter.lab);
  const { elapsedMs, ...taken } = await counter.checkFace({ client, challenge, patienceMs });
  if (taken.kind === 'taken') {
    return { paymentId: payment.id, challenge, evidence: taken.evidence, elapsedMs };
  }
  await counter.shop.cancel(payment.id);
  return { gaveUp: `gave up: ${taken.reason}`, length };
}

/** Tries to pay once. */
export async function payOnce(
  lab: Lab,
  asked: AskedPayment,
): Promise<Try & { faceCheckMs: number }> {
  await lab.books.forgetFailures();
  const captured = await captureFor(lab, asked);
  if ('gaveUp' in captured) {
    const { gaveUp, length } = captured;
    const nothing = { accepted: false, failed: [], colour: 'unasked', faceCheckMs: NaN } as const;
    return { ...nothing, length, reason: gaveUp };
  }
  const { paymentId, challenge, evidence, elapsedMs } = captured;
  const signed = await lab.counter.sign(evidence);
  const answer = await lab.counter.shop.authorize(paymentId, challenge.id, signed);
  const judged = await tryOf(lab, asked.length, challenge.id, answer);
  if (!judged.accepted) await lab.counter.shop.cancel(paymentId);
  return { ...judged, faceCheckMs: elapsedMs };
}

export async function tryOf(
  lab: Lab,
  length: ChallengeLength,
  challengeId: string,
  answer: Answer<Authorized>,
): Promise<Try> {
  return {
    length,
    accepted: isHeld(answer),
    reason: reasonOf(answer),
    failed: await lab.books.failedChecks(challengeId),
    colour: await lab.books.colourAnswer(challengeId),
  };
}
