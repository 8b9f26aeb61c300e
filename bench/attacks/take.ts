import type { FaceEngine } from '@/lib/face/engine';
import type { CaptureChallenge } from '@/lib/identity/challenge';
import type { CaptureEvidenceWire } from '@/lib/identity/evidence';

/** The product's own client, or an attacker's. */
export const CLIENTS = ['honest', 'forced'] as const;
export type Client = (typeof CLIENTS)[number];

/** One capture to be made. */
export interface Take {
  readonly engine: FaceEngine;
  readonly video: HTMLVideoElement;
  readonly challenge: CaptureChallenge;
  /** After this long the honest client gives up. */
  readonly patienceMs: number;
}

/** Evidence, or why there is none. */
export type Taken =
  | { readonly kind: 'taken'; readonly evidence: CaptureEvidenceWire }
  | {
      readonly kind: 'gave-up';
      /** With what was asked for last, and what the person was told to change. */
      readonly reason: string;
    };
