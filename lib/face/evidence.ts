import { encodeDescriptor, type CaptureEvidenceWire } from '@/lib/identity/evidence';
import { EMBEDDER } from '@/models/embedder/model';
import type { Prompt } from './gate';
import type { FaceObservation, FrameObservation } from './observation';

type WireFrame = CaptureEvidenceWire['frames'][number];

/** A descriptor and the frame that it was made from. */
export interface StepDescriptor {
  readonly step: number;
  readonly tMs: number;
  readonly descriptor: Float32Array;
}

export interface FrameWithFace extends FrameObservation {
  readonly face: FaceObservation;
}

/** About 1.1 kB a frame on the wire: with the descriptors this stays under 200 kB. */
export const FRAMES_SENT_MAX = 150;

/**
 * Puts a capture together for the server: the raw trace, rounded to what it is worth.
 *
 * @requires frames in the order of time, at least one; every descriptor's frame among them.
 * @ensures every descriptor's frame is in the trace, and at most 150 frames in all unless the
 * steps' descriptors alone are more.
 */
export function assembleEvidence(
  frames: readonly FrameWithFace[],
  prompts: readonly Prompt[],
  descriptors: readonly StepDescriptor[],
): CaptureEvidenceWire {
  const described = new Set(descriptors.map(({ tMs }) => tMs));
  const kept = thin(frames, described);
  const [first] = frames;
  return {
    version: 1,
    modelId: EMBEDDER.id,
    frameWidth: first?.width ?? 0,
    frameHeight: first?.height ?? 0,
    prompts: prompts.map(({ step, shownAtMs }) => ({ step, shownAtMs: round(shownAtMs, 1) })),
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
  return prompts.filter(({ shownAtMs }) => shownAtMs <= tMs).at(-1)?.step ?? 0;
}

/** Leaves out frames evenly over time, never one that was described. */
function thin(
  frames: readonly FrameWithFace[],
  described: ReadonlySet<number>,
): readonly FrameWithFace[] {
  if (frames.length <= FRAMES_SENT_MAX) return frames;
  const room = FRAMES_SENT_MAX - described.size;
  const others = frames.filter(({ tMs }) => !described.has(tMs));
  const chosen = new Set(
    Array.from({ length: room }, (_, i) => others[Math.floor((i * others.length) / room)]),
  );
  return frames.filter((frame) => chosen.has(frame) || described.has(frame.tMs));
}

function wireFrame({ tMs, face }: FrameWithFace, step: number): WireFrame {
  const { box, pose, expression, light } = face;
  const [red, green, blue] = light.skin;
  return {
    tMs: round(tMs, 1),
    step,
    box: [round(box.x, 1), round(box.y, 1), round(box.width, 1), round(box.height, 1)],
    landmarks: Array.from(face.landmarks, (value) => round(value, 1)),
    expression: { neutral: round(expression.neutral, 3), happy: round(expression.happy, 3) },
    pose: { yaw: round(pose.yaw, 3), pitch: round(pose.pitch, 3), roll: round(pose.roll, 3) },
    sharpness: round(light.sharpness, 1),
    light: round(light.mean, 1),
    skin: [round(red, 1), round(green, 1), round(blue, 1)],
  };
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
