import { z } from 'zod';

/**
 * What the browser sends after a capture: a raw trace, never a verdict.
 *
 * The schema is the wire contract between `lib/face` (which fills it) and the
 * judgement (which reads it). Everything in it is a claim: bounds here only keep
 * nonsense out; whether the claim is believed is decided in `judgement.ts`.
 */

export const STEP_KINDS = ['neutral', 'smile', 'turn-left', 'turn-right'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const DESCRIPTOR_LENGTH = 128;
export const LANDMARK_COUNT = 68;

/** The longest trace that a challenge of 60 s can honestly produce at 30 frames a second. */
const FRAMES_MAX = 1800;

const pixel = z.number().min(-10_000).max(10_000);
const unit = z.number().min(0).max(1);
const timeMs = z.number().min(0).max(120_000);

/** 128 finite float32 values as little-endian bytes in base64 (684 characters). */
export const descriptorSchema = z
  .string()
  .length(684)
  .transform((text, context) => {
    const values = decodeDescriptor(text);
    if (values) return values;
    context.addIssue({ code: 'custom', message: 'not 128 finite float32 values' });
    return z.NEVER;
  });

/** One tracked frame. Coordinates are pixels of the unmirrored camera frame. */
const traceFrame = z.strictObject({
  /** Milliseconds since the capture started, on the browser's monotonic clock. */
  tMs: timeMs,
  /** Index of the step that was on the screen when the frame was taken. */
  step: z.int().min(0).max(7),
  /** Face box: x, y, width, height. */
  box: z.tuple([pixel, pixel, pixel, pixel]),
  /** x0, y0, x1, y1 … of the 68 landmarks (iBUG 300-W order), rounded to a tenth of a pixel. */
  landmarks: z.array(pixel).length(LANDMARK_COUNT * 2),
  /** Output of the expression network on the aligned chip. */
  expression: z.strictObject({ neutral: unit, happy: unit }),
  /** Radians; positive yaw: the face turned to its own left; roll: clockwise in the image. */
  pose: z.strictObject({
    yaw: z.number().min(-4).max(4),
    pitch: z.number().min(-4).max(4),
    roll: z.number().min(-4).max(4),
  }),
  /** Variance of the Laplacian of the face's luma within the aligned chip (0…255 scale). */
  sharpness: z.number().min(0).max(100_000),
  /** Mean luma of the face within the aligned chip, 0…255. */
  light: z.number().min(0).max(255),
  /** Mean skin colour of the cheeks, RGB 0…255. */
  skin: z.tuple([
    z.number().min(0).max(255),
    z.number().min(0).max(255),
    z.number().min(0).max(255),
  ]),
});

const stepDescriptor = z.strictObject({
  step: z.int().min(0).max(7),
  /** Time of the frame that the descriptor was computed from; it is in the trace. */
  tMs: timeMs,
  values: descriptorSchema,
});

export const captureEvidenceSchema = z.strictObject({
  version: z.literal(1),
  /** Id of the embedder that computed the descriptors, as in `models/embedder/model.ts`. */
  modelId: z.string().min(1).max(80),
  frameWidth: z.int().min(64).max(8192),
  frameHeight: z.int().min(64).max(8192),
  /** When each step's instruction appeared on the screen, in step order. */
  prompts: z
    .array(z.strictObject({ step: z.int().min(0).max(7), shownAtMs: timeMs }))
    .min(1)
    .max(8),
  frames: z.array(traceFrame).min(1).max(FRAMES_MAX),
  descriptors: z.array(stepDescriptor).min(1).max(24),
});

/** As it travels (descriptors in base64). */
export type CaptureEvidenceWire = z.input<typeof captureEvidenceSchema>;
/** As the server reads it (descriptors decoded). */
export type CaptureEvidence = z.output<typeof captureEvidenceSchema>;
export type TraceFrame = CaptureEvidence['frames'][number];
export type Descriptor = Float32Array;

/** @requires 128 finite values. */
export function encodeDescriptor(values: Descriptor): string {
  const bytes = new Uint8Array(DESCRIPTOR_LENGTH * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => view.setFloat32(i * 4, value, true));
  return btoa(String.fromCharCode(...bytes));
}

/** @returns the values, or undefined when the text is not 128 finite float32 numbers. */
export function decodeDescriptor(text: string): Descriptor | undefined {
  let raw: string;
  try {
    raw = atob(text);
  } catch {
    return undefined;
  }
  if (raw.length !== DESCRIPTOR_LENGTH * 4) return undefined;
  const view = new DataView(Uint8Array.from(raw, (char) => char.charCodeAt(0)).buffer);
  const values = Float32Array.from({ length: DESCRIPTOR_LENGTH }, (_, i) =>
    view.getFloat32(i * 4, true),
  );
  return values.every(Number.isFinite) ? values : undefined;
}
