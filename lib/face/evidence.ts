import { hashIntent } from '@/lib/intents/intent';
import { FACE_CHECK_VERSION, type Challenge } from '@/lib/liveness/challenge';
import { encodeDescriptor, encodeLandmarks, type EvidenceWire } from '@/lib/liveness/evidence';
import type { Rgb } from '@/lib/liveness/colours';
import { EMBEDDER } from '@/models/embedder/model';
import type { Prompt } from './gate';
import type { FaceObservation, FrameObservation } from './observation';

type WireFrame = EvidenceWire['frames'][number];

/** A descriptor and the frame that it was made from. */
export interface StepDescriptor {
  readonly step: number;
  readonly tMs: number;
  readonly descriptor: Float32Array;
}

export interface FrameWithFace extends FrameObservation {
  readonly face: FaceObservation;
}

/** About 0.8 kB a frame when signed: with the descriptors this stays under 200 kB. */
export const FRAMES_SENT_MAX = 200;

/** All that was seen and shown in one face check. */
export interface Recording {
  /** In the order of time. */
  readonly frames: readonly FrameWithFace[];
  readonly prompts: readonly Prompt[];
  readonly coloursShownAtMs: readonly number[];
  readonly descriptors: readonly StepDescriptor[];
}

/**
 * Puts a face check together for the server: the raw trace, rounded to what it is worth.
 *
 * @requires at least one frame; every descriptor's frame among them.
 * @ensures every descriptor's frame is in the trace, and at most 200 frames in all unless the
 * steps' descriptors alone are more.
 */
export function assembleEvidence(
  { id, nonce, intent }: Pick<Challenge, 'id' | 'nonce' | 'intent'>,
  { frames, prompts, coloursShownAtMs, descriptors }: Recording,
): EvidenceWire {
  const described = new Set(descriptors.map(({ tMs }) => tMs));
  const kept = thin(frames, described);
  const [first] = frames;
  return {
    version: FACE_CHECK_VERSION,
    challengeId: id,
    nonce,
    intentHash: hashIntent(intent),
    modelId: EMBEDDER.id,
    frameWidth: first?.width ?? 0,
    prompts: prompts.map(({ step, shownAtMs }) => ({ step, shownAtMs: round(shownAtMs, 1) })),
    coloursShownAtMs: coloursShownAtMs.map((ms) => round(ms, 1)),
    frames: kept.map((frame) => wireFrame(frame, stepAt(prompts, frame.tMs))),
    descriptors: descriptors.map(({ step, tMs, descriptor }) => ({
      step,
      tMs: round(tMs, 1),
      values: encodeDescriptor(descriptor),
    })),
  };
}

/** The step whose prompt was the last to appear; the first one before that. */
export function stepAt(prompts: readonly Prompt[], tMs: number): number {
  const shown = prompts.filter(({ shownAtMs }) => shownAtMs <= tMs);
  return shown[shown.length - 1]?.step ?? 0;
}

/** The last answer ends the face check: of its few frames none must be missing. */
const LAST_FRAMES = 12;

/** Leaves out frames evenly over time, never one that was described, nor one of the last. */
function thin(
  frames: readonly FrameWithFace[],
  described: ReadonlySet<number>,
): readonly FrameWithFace[] {
  if (frames.length <= FRAMES_SENT_MAX) return frames;
  const lastFromMs = frames[frames.length - LAST_FRAMES]?.tMs ?? 0;
  const isKept = ({ tMs }: FrameWithFace) => described.has(tMs) || tMs >= lastFromMs;
  const others = frames.filter((frame) => !isKept(frame));
  const room = FRAMES_SENT_MAX - (frames.length - others.length);
  const chosen = new Set(
    Array.from({ length: room }, (_, i) => others[Math.floor((i * others.length) / room)]),
  );
  return frames.filter((frame) => chosen.has(frame) || isKept(frame));
}

function wireFrame({ tMs, face, faceCount, width }: FrameWithFace, step: number): WireFrame {
  const { box, expression, light, background } = face;
  return {
    tMs: round(tMs, 1),
    step,
    faces: Math.max(1, faceCount),
    box: [round(box.x, 1), round(box.y, 1), round(box.width, 1), round(box.height, 1)],
    landmarks: encodeLandmarks(face.landmarks, width),
    happy: round(expression.happy, 3),
    light: round(light.mean, 1),
    skin: roundColour(light.skin),
    background: roundColour(background),
  };
}

function roundColour([red, green, blue]: Rgb): WireFrame['skin'] {
  return [round(red, 2), round(green, 2), round(blue, 2)];
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
