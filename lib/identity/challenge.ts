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
