import { hashIntent } from '@/lib/intents/intent';
import type { Challenge } from '@/lib/liveness/challenge';
import { SCREEN_COLOURS, type Rgb, type ScreenColour } from '@/lib/liveness/colours';
import type { Descriptor } from '@/lib/recognition/descriptor';
import {
  evidenceSchema,
  encodeDescriptor,
  encodeLandmarks,
  type EvidenceWire,
} from '@/lib/liveness/evidence';
import { SCREEN_DELAY_MS, skinGain } from '@/testing/actor/screen-light';
import type { Random } from './people';

/** A genuine trace of the attacker's own, and the challenge that it answered. */
export interface Original {
  readonly challenge: Challenge;
  readonly evidence: EvidenceWire;
}

/** The screen's light on the forger's own skin, and from the page to the frame. */
const OWN_SCREEN_LIGHT = 0.05;
const LATE_MS = SCREEN_DELAY_MS + 35;
/** Pixels: no two traces of a living head are the same. */
const SHAKE = 0.4;

/**
 * What somebody who holds the tablet, and so its key, can do best: an own genuine trace under
 * another challenge's id and words, recoloured to the colours that it asks for, shaken a
 * little, with whatever descriptors one likes.
 *
 * @requires both challenges ask for the same steps, and the original waited at least as long.
 */
export function forge(
  { challenge: before, evidence }: Original,
  challenge: Challenge,
  descriptorOf: (index: number) => Descriptor,
  random: Random,
): EvidenceWire {
  const pixels = evidenceSchema.parse(evidence).frames;
  const shown = evidence.coloursShownAtMs;
  return {
    ...evidence,
    challengeId: challenge.id,
    nonce: challenge.nonce,
    intentHash: hashIntent(challenge.intent),
    frames: evidence.frames.map((frame, i) => {
      const dx = SHAKE * (random() - 0.5);
      const dy = SHAKE * (random() - 0.5);
      const landmarks = (pixels[i]?.landmarks ?? []).map(
        (at, j) => at + (j % 2 === 0 ? dx : dy) + SHAKE * (random() - 0.5),
      );
      const from = colourAt(before.colours, shown, frame.tMs);
      const to = colourAt(challenge.colours, shown, frame.tMs);
      return {
        ...frame,
        box: [frame.box[0] + dx, frame.box[1] + dy, frame.box[2], frame.box[3]],
        landmarks: encodeLandmarks(landmarks, evidence.frameWidth),
        skin: recoloured(frame.skin, from, to, OWN_SCREEN_LIGHT),
        background: recoloured(frame.background, from, to, OWN_SCREEN_LIGHT / 10),
      };
    }),
    descriptors: evidence.descriptors.map((described, i) => ({
      ...described,
      values: encodeDescriptor(descriptorOf(i)),
    })),
  };
}

function recoloured(
  colour: Rgb,
  from: Rgb | null,
  to: Rgb | null,
  k: number,
): [number, number, number] {
  const [was, is] = [skinGain(from, k), skinGain(to, k)];
  const at = (i: 0 | 1 | 2) => Math.min(Math.max((colour[i] * is[i]) / was[i], 0), 255);
  return [at(0), at(1), at(2)];
}

function colourAt(
  colours: readonly ScreenColour[],
  shownAtMs: readonly number[],
  tMs: number,
): Rgb | null {
  const index = shownAtMs.findLastIndex((ms) => ms + LATE_MS <= tMs);
  const name = colours[index];
  return name ? SCREEN_COLOURS[name] : null;
}

/** About as long as real ones, in any direction. */
export function randomDescriptor(random: Random, norm = 1.45): Descriptor {
  const values = Float32Array.from({ length: 128 }, () => gaussian(random));
  const length = Math.hypot(...values);
  return values.map((value) => (value / length) * norm);
}

/** The same face again, a little differently. @param by Euclidean distance, on average. */
export function nudged(descriptor: Descriptor, by: number, random: Random): Descriptor {
  const way = randomDescriptor(random, by);
  return descriptor.map((value, i) => value + (way[i] ?? 0));
}

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
