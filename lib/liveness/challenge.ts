import type { Uuid } from '@/lib/ids/uuid';
import type { Intent } from '@/lib/intents/intent';
import type { ScreenColour } from './colours';
import type { StepKind } from './step-kinds';
import { shuffled } from './shuffled';

/** Of the whole exchange: challenge, evidence and what is checked. docs/face-check-protocol.md. */
export const FACE_CHECK_VERSION = 4;

/** One thing that the person is asked to do, after a pause that nobody can predict. */
export interface ChallengeStep {
  readonly kind: StepKind;
  /** Pause before the instruction appears, once the step before is complete. */
  readonly delayMs: number;
}

/** What the browser needs to know of a challenge. */
export interface Challenge {
  readonly version: typeof FACE_CHECK_VERSION;
  readonly id: Uuid;
  /** 128 random bits in base64url. */
  readonly nonce: string;
  /** Whose key must sign the evidence. */
  readonly deviceId: Uuid;
  /** What is confirmed; its hash is signed with the evidence. */
  readonly intent: Intent;
  readonly steps: readonly ChallengeStep[];
  /** The screen's colours one after the other, from the first prompt on; none: it stays as it is. */
  readonly colours: readonly ScreenColour[];
  /** ISO 8601, server time. */
  readonly expiresAt: string;
}

/** One use within this time. */
export const CHALLENGE_LIFETIME_MS = 60_000;

/**
 * Short: a calm face and a smile. Long: then also the head to both sides, all three in an order
 * that nobody can know. In both the screen takes on colours. Thorough: without colours five
 * acts, with longer pauses, because order and time are then all there is against a film.
 */
export const CHALLENGE_LENGTHS = ['short', 'long', 'thorough'] as const;
export type ChallengeLength = (typeof CHALLENGE_LENGTHS)[number];

/** What is known when a challenge is made. */
export interface ChallengeContext {
  /** `low`: a small payment on which nothing was refused yet. */
  readonly risk: 'low' | 'high';
  /** `plain` where the person wishes for less motion. */
  readonly screen: 'coloured' | 'plain';
  /** `bright`: where this device stands, skin did not show the screen's light of late. */
  readonly ambientLight: 'normal' | 'bright';
}

export function chooseLength({ risk, screen, ambientLight }: ChallengeContext): ChallengeLength {
  if (screen === 'plain' || ambientLight === 'bright') return 'thorough';
  return risk === 'low' ? 'short' : 'long';
}

const DELAY_MS: Readonly<Record<ChallengeLength, { readonly min: number; readonly max: number }>> =
  {
    short: { min: 200, max: 800 },
    long: { min: 200, max: 800 },
    thorough: { min: 200, max: 1600 },
  };

type Act = Exclude<StepKind, 'neutral'>;
const ACTS: readonly Act[] = ['smile', 'turn-left', 'turn-right'];
const THOROUGH_ACTS = 5;

/**
 * The steps of a new challenge. Neutral comes first, because all else is judged against the
 * person's own calm face.
 *
 * @param random uniform in [0, 1), unpredictable to the client.
 */
export function chooseSteps(length: ChallengeLength, random: () => number): ChallengeStep[] {
  const { min, max } = DELAY_MS[length];
  return [
    { kind: 'neutral', delayMs: 0 },
    ...chooseActs(length, random).map((kind) => ({
      kind,
      delayMs: Math.round(min + random() * (max - min)),
    })),
  ];
}

function chooseActs(length: ChallengeLength, random: () => number): readonly Act[] {
  switch (length) {
    case 'short':
      return ['smile'];
    case 'long':
      return shuffled(ACTS, random);
    case 'thorough':
      return actsInARow(random);
    default:
      return length satisfies never;
  }
}

/** None follows itself, all are there. */
function actsInARow(random: () => number): readonly Act[] {
  const acts: Act[] = [];
  while (acts.length < THOROUGH_ACTS) {
    const [next] = shuffled(
      ACTS.filter((act) => act !== acts[acts.length - 1]),
      random,
    );
    if (next) acts.push(next);
  }
  return new Set(acts).size === ACTS.length ? acts : actsInARow(random);
}
