import { setTimeout as sleep } from 'node:timers/promises';
import type { Lab } from '../lab';
import type { Try } from '../tally';
import { payUntouched, send, takeLive, untouched, type Controls, type Live } from './tampering';

/** A challenge's minute, and a second. */
const TOO_LATE_MS = 61_000;

/** Evidence that has paid, sent again: to its payment, to a new one, to a new one's challenge. */
export async function replayed(lab: Lab, controls: Controls): Promise<Try[]> {
  const tries: Try[] = [];
  const { shop } = lab.counter;
  while (tries.length < lab.variants) {
    const live = await takeLive(lab, tries.length < lab.variants / 2 ? 'short' : 'long');
    await payUntouched(lab, controls, live);
    const { phone } = await lab.shoppers.of('ana');
    const { payment } = await shop.order(live.length);
    const begun = await shop.begin(payment.id, phone, live.length);
    const targets = [
      [live.paymentId, live.challenge.id],
      [payment.id, live.challenge.id],
      [payment.id, begun.ok ? begun.value.id : live.challenge.id],
      [live.paymentId, begun.ok ? begun.value.id : live.challenge.id],
    ] as const;
    for (const [paymentId, challengeId] of targets) {
      if (tries.length === lab.variants) break;
      await lab.books.forgetFailures();
      tries.push(
        await answered(lab, live, untouched(lab.counter, paymentId, challengeId, live.signed)),
      );
    }
    await shop.cancel(payment.id);
  }
  return tries;
}

/** The first answer stands for good; only money that moves anew counts. */
async function answered(lab: Lab, live: Live, delivery: Parameters<typeof send>[2]): Promise<Try> {
  const before = await lab.books.heldCount();
  const sent = await send(lab, live, delivery);
  return { ...sent, accepted: (await lab.books.heldCount()) > before };
}

/** All are taken first and wait together. */
export async function late(lab: Lab): Promise<Try[]> {
  const waiting: Live[] = [];
  while (waiting.length < lab.variants) {
    waiting.push(await takeLive(lab, waiting.length % 2 === 0 ? 'short' : 'long'));
  }
  const tries: Try[] = [];
  for (const live of waiting) {
    const issuedAt = Date.parse(live.challenge.expiresAt) - 60_000;
    await sleep(Math.max(0, issuedAt + TOO_LATE_MS - Date.now()));
    await lab.books.forgetFailures();
    const { paymentId, challenge, signed } = live;
    tries.push(await send(lab, live, untouched(lab.counter, paymentId, challenge.id, signed)));
    await lab.counter.shop.cancel(paymentId);
  }
  return tries;
}
