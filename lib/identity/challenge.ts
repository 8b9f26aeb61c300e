import { z } from 'zod';
import type { ScreenColour } from './colours';
import type { StepKind } from './evidence';
import { shuffled } from './shuffled';

/** Of the whole exchange: challenge, evidence and what is checked. docs/capture-protocol.md. */
export const CAPTURE_VERSION = 2;

/** One thing that the person is asked to do, after a pause that nobody can predict. */
export interface ChallengeStep {
  readonly kind: StepKind;
  /** Pause before the instruction appears, once the step before is complete. */
  readonly delayMs: number;
}

/**
 * What a capture is for. It is told to the browser, signed with the evidence and compared by
 * the server: evidence can be used for nothing else (PSD2 RTS article 5, dynamic linking).
 */
export const captureBindingSchema = z.discriminatedUnion('purpose', [
  z.strictObject({
    purpose: z.literal('payment'),
    paymentId: z.uuid(),
    /** Minor units, decimal. */
    amount: z.string().regex(/^\d{1,19}$/),
    currency: z.string().regex(/^[A-Z]{3}$/),
    payee: z.string().min(1).max(200),
  }),
  z.strictObject({ purpose: z.literal('enrolment'), shopperId: z.uuid() }),
]);
export type CaptureBinding = z.infer<typeof captureBindingSchema>;
export type ChallengePurpose = CaptureBinding['purpose'];

/** What the browser needs to know of a challenge. */
export interface CaptureChallenge {
  readonly version: typeof CAPTURE_VERSION;
  readonly id: string;
  /** 128 random bits in base64url. */
  readonly nonce: string;
  /** Whose key must sign the evidence. */
  readonly deviceId: string;
  readonly binding: CaptureBinding;
  readonly steps: readonly ChallengeStep[];
  /** The screen's colours one after the other, from the first prompt on; none: it stays as it is. */
  readonly colours: readonly ScreenColour[];
  /** ISO 8601, server time. */
  readonly expiresAt: string;
}

/** One use within this time. */
export const CHALLENGE_LIFETIME_MS = 60_000;

/**
 * Short: a calm face and a smile. Long: then also the head to both sides, all three in an
 * order that nobody can know.
 */
export type ChallengeLength = 'short' | 'long';

const DELAY_MS = { min: 200, max: 800 } as const;

const ACTS: Readonly<Record<ChallengeLength, readonly StepKind[]>> = {
  short: ['smile'],
  long: ['smile', 'turn-left', 'turn-right'],
};

/**
 * The steps of a new challenge. Neutral comes first, because all else is judged against the
 * person's own calm face.
 *
 * @param random uniform in [0, 1), unpredictable to the client.
 */
export function chooseSteps(length: ChallengeLength, random: () => number): ChallengeStep[] {
  const acts = shuffled(ACTS[length], random);
  return [
    { kind: 'neutral', delayMs: 0 },
    ...acts.map((kind) => ({ kind, delayMs: delay(random) })),
  ];
}

function delay(random: () => number): number {
  return Math.round(DELAY_MS.min + random() * (DELAY_MS.max - DELAY_MS.min));
}
