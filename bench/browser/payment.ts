import type { Page, Request } from '@playwright/test';
import { z } from 'zod';
import { choose, readApproval, tapPay, typeDigits } from '@/e2e/people/guest';
import { rateOf } from './statistics';

/** One payment at the counter, as the guest and the network saw it. */
export interface Payment {
  /** From the tap on Pay to "Thank you", digits typed without a pause. */
  readonly payToApprovedMs: number;
  /** Of which the page waited for an answer to a request of its own. */
  readonly serverMs: number;
  /** Frames in the evidence over the time that they span. */
  readonly trackedFps: number;
}

const evidenceSchema = z.object({
  evidence: z.object({ frames: z.array(z.object({ tMs: z.number() })) }),
});

/**
 * @requires the counter shows the menu, and somebody with a face stands in front of it.
 * @param digits the last four or the whole number.
 */
export async function payOnce(counter: Page, product: string, digits: string): Promise<Payment> {
  const requests: Request[] = [];
  const collect = (request: Request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) requests.push(request);
  };
  await choose(counter, product);
  counter.on('requestfinished', collect);
  const startedAt = performance.now();
  await tapPay(counter);
  await typeDigits(counter, digits);
  await readApproval(counter);
  const payToApprovedMs = performance.now() - startedAt;
  counter.off('requestfinished', collect);
  await counter.getByRole('button', { name: 'Done' }).click();
  return {
    payToApprovedMs,
    serverMs: requests.map(waitedMs).reduce((sum, each) => sum + each, 0),
    trackedFps: rateOf(frameTimes(requests)),
  };
}

/** From the first byte sent to the last one received. */
function waitedMs(request: Request): number {
  const { requestStart, responseEnd } = request.timing();
  return Math.max(0, responseEnd - requestStart);
}

function frameTimes(requests: readonly Request[]): number[] {
  const authorize = requests.find((request) => request.url().endsWith('/authorize'));
  const body: unknown = authorize?.postDataJSON();
  return evidenceSchema.parse(body).evidence.frames.map(({ tMs }) => tMs);
}
