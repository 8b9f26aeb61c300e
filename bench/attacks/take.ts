import type { FaceEngine } from '@/lib/face/engine';
import type { Challenge } from '@/lib/liveness/challenge';
import type { EvidenceWire } from '@/lib/liveness/evidence';

/** The product's own client, or an attacker's. */
export const CLIENTS = ['honest', 'forced'] as const;
export type Client = (typeof CLIENTS)[number];

/** One face check to be made. */
export interface Take {
  readonly engine: FaceEngine;
  readonly video: HTMLVideoElement;
  readonly challenge: Challenge;
  /** After this long the honest client gives up. */
  readonly patienceMs: number;
}

/** Evidence, or why there is none. */
export type Taken =
  | { readonly kind: 'taken'; readonly evidence: EvidenceWire }
  | {
      readonly kind: 'gave-up';
      /** With what was asked for last, and what the person was told to change. */
      readonly reason: string;
    };
