import type { StepKind } from './evidence';

/** One thing that the person is asked to do, after a pause that nobody can predict. */
export interface ChallengeStep {
  readonly kind: StepKind;
  /** Pause before the instruction appears, once the step before is complete. */
  readonly delayMs: number;
}

/** What the browser needs to know of a challenge. The binding stays on the server. */
export interface CaptureChallenge {
  readonly id: string;
  readonly nonce: string;
  readonly steps: readonly ChallengeStep[];
  /** ISO 8601, server time. */
  readonly expiresAt: string;
}

export const CHALLENGE_PURPOSES = ['payment', 'enrolment'] as const;
export type ChallengePurpose = (typeof CHALLENGE_PURPOSES)[number];

/** One use within this time. */
export const CHALLENGE_LIFETIME_MS = 60_000;

const DELAY_MS = { min: 100, max: 500 } as const;

/**
 * The steps of a new challenge. Neutral comes first, because a smile is judged
 * against the person's own neutral face; enrolment adds a turn to a random side, so
 * that its three captures show the face from more than one angle.
 *
 * @param random uniform in [0, 1), unpredictable to the client.
 */
export function chooseSteps(purpose: ChallengePurpose, random: () => number): ChallengeStep[] {
  const turn: StepKind = random() < 0.5 ? 'turn-left' : 'turn-right';
  const kinds: readonly StepKind[] =
    purpose === 'payment' ? ['neutral', 'smile'] : ['neutral', turn, 'smile'];
  return kinds.map((kind, index) => ({ kind, delayMs: index === 0 ? 0 : delay(random) }));
}

function delay(random: () => number): number {
  return Math.round(DELAY_MS.min + random() * (DELAY_MS.max - DELAY_MS.min));
}
