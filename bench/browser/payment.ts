import type { Page, Request } from '@playwright/test';
import { z } from 'zod';
import { choose, tapPay, typeDigits } from '@/e2e/people/guest';
import { lastPhases, type Phases } from './phases';
import { rateOf } from './statistics';

const REFUSALS_MAX = 3;

/** One payment at the counter, as the guest and the network saw it. */
export interface Payment {
  /** From the tap on Pay to "Thank you", digits typed without a pause. */
  readonly payToApprovedMs: number;
  /** From the tap after the last digit to "Thank you". */
  readonly lastTapToApprovedMs: number;
  /** Undefined when the guest had to smile again. */
  readonly phases: Phases | undefined;
  /** Of which the page waited for an answer to a request of its own. */
  readonly serverMs: number;
  /** How long each answer about the face took, from the first byte sent to the last received. */
  readonly answersMs: readonly number[];
  /** How often the guest had to smile again; a refusal is part of the time above. */
  readonly refusals: number;
  /** Frames in the evidence over the time that they span. */
  readonly trackedFps: number;
}

const bodySchema = z.object({ evidence: z.string() });
const evidenceSchema = z.object({ frames: z.array(z.object({ tMs: z.number() })) });

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
  const lastTapAt = performance.now();
  const refusals = await smileUntilApproved(counter);
  const approvedAt = performance.now();
  const phases = await lastPhases(counter);
  counter.off('requestfinished', collect);
  await counter.getByRole('button', { name: 'Done' }).click();
  return {
    payToApprovedMs: approvedAt - startedAt,
    lastTapToApprovedMs: approvedAt - lastTapAt,
    phases,
    refusals,
    serverMs: requests.map(waitedMs).reduce((sum, each) => sum + each, 0),
    answersMs: requests.filter(isAboutFace).map(waitedMs),
    trackedFps: rateOf(frameTimes(requests)),
  };
}

async function smileUntilApproved(counter: Page): Promise<number> {
  const thanks = counter.getByRole('heading', { name: /^Thank you/ });
  const again = counter.getByRole('button', { name: /again$/ });
  for (let refusals = 0; ; refusals++) {
    await thanks.or(again).waitFor({ timeout: 60_000 });
    if (await thanks.isVisible()) return refusals;
    if (refusals === REFUSALS_MAX) throw new Error('The guest was refused again and again.');
    await again.click();
  }
}

/** The routes whose answers are held back to a floor (lib/server/http/answer-floor.ts). */
function isAboutFace(request: Request): boolean {
  return /\/(identify|authorize)$/.test(new URL(request.url()).pathname);
}

/** From the first byte sent to the last one received. */
function waitedMs(request: Request): number {
  const { requestStart, responseEnd } = request.timing();
  return Math.max(0, responseEnd - requestStart);
}

function frameTimes(requests: readonly Request[]): number[] {
  const authorize = requests.findLast((request) => request.url().endsWith('/authorize'));
  const { evidence } = bodySchema.parse(authorize?.postDataJSON());
  // A JWS: header, payload and signature, of which only the middle is of interest here.
  const payload: unknown = JSON.parse(
    Buffer.from(evidence.split('.')[1] ?? '', 'base64url').toString(),
  );
  return evidenceSchema.parse(payload).frames.map(({ tMs }) => tMs);
}
