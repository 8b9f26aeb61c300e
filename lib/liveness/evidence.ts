import { z } from 'zod';
import { uuidSchema } from '@/lib/ids/uuid';
import { intentHashSchema } from '@/lib/intents/intent';
import { FACE_CHECK_VERSION } from './challenge';
import {
  DESCRIPTOR_LENGTH,
  decodeDescriptors,
  encodeDescriptors,
  type Descriptor,
} from '@/lib/recognition/descriptor';

/**
 * What the browser sends after a face check: a raw trace, never a verdict.
 *
 * The schema is the wire contract between `lib/face` (which fills it) and the
 * judgement (which reads it). Everything in it is a claim: bounds here only keep
 * nonsense out; whether the claim is believed is decided in `judgement/judge-capture.ts`.
 */

const LANDMARK_COUNT = 68;

/** The longest trace that a challenge of 60 s can honestly produce at 30 frames a second. */
const FRAMES_MAX = 1800;

const pixel = z.number().min(-10_000).max(10_000);
const level = z.number().min(0).max(255);
const rgb = z.tuple([level, level, level]);
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

/**
 * The 68 landmarks (iBUG 300-W order) as x0, y0, x1, y1 …: little-endian int16 in base64 (364
 * characters), each 1/16384 of the frame's width, so a twenty-fifth of a pixel at 640.
 */
const landmarksSchema = z
  .string()
  .length(364)
  .transform((text, context) => {
    const values = decodeLandmarks(text);
    if (values) return values;
    context.addIssue({ code: 'custom', message: 'not 136 int16 values' });
    return z.NEVER;
  });

/** One tracked frame. Coordinates are pixels of the unmirrored camera frame. */
const traceFrame = z.strictObject({
  /** Milliseconds since the face check started, on the browser's monotonic clock. */
  tMs: timeMs,
  /** Index of the step that was on the screen when the frame was taken. */
  step: z.int().min(0).max(7),
  /** How many faces the camera saw, the traced one among them. */
  faces: z.int().min(1).max(100),
  /** Face box: x, y, width, height. */
  box: z.tuple([pixel, pixel, pixel, pixel]),
  landmarks: landmarksSchema,
  /** How sure the expression network is of a smile, on the aligned chip. */
  happy: unit,
  /** Mean luma of the face within the aligned chip, 0…255. */
  light: level,
  /** Mean colour of the cheeks, RGB 0…255. */
  skin: rgb,
  /** Mean colour of what lies behind: above and beside the head, RGB 0…255. */
  background: rgb,
});

const stepDescriptor = z.strictObject({
  step: z.int().min(0).max(7),
  /** Time of the frame that the descriptor was computed from; it is in the trace. */
  tMs: timeMs,
  values: descriptorSchema,
});

/** The payload that the device signs. */
export const evidenceSchema = z
  .strictObject({
    version: z.literal(FACE_CHECK_VERSION),
    /** The challenge's own, repeated under the signature. */
    challengeId: uuidSchema,
    nonce: z.string().min(16).max(64),
    /** `hashIntent` of the challenge's intent. */
    intentHash: intentHashSchema,
    /** Id of the embedder that computed the descriptors, as in `models/embedder/model.ts`. */
    modelId: z.string().min(1).max(80),
    frameWidth: z.int().min(64).max(8192),
    /** When each step's instruction appeared on the screen, in step order. */
    prompts: z
      .array(z.strictObject({ step: z.int().min(0).max(7), shownAtMs: timeMs }))
      .min(1)
      .max(8),
    /** When each colour of the challenge appeared on the screen, in their order. */
    coloursShownAtMs: z.array(timeMs).max(64),
    frames: z.array(traceFrame).min(1).max(FRAMES_MAX),
    descriptors: z.array(stepDescriptor).min(1).max(24),
  })
  .transform(({ frames, ...evidence }) => ({
    ...evidence,
    frames: frames.map((frame) => ({
      ...frame,
      landmarks: frame.landmarks.map((part) => part * evidence.frameWidth),
    })),
  }));

/** As it travels (descriptors and landmarks in base64). */
export type EvidenceWire = z.input<typeof evidenceSchema>;
/** As the server reads it (descriptors decoded, landmarks in pixels). */
export type Evidence = z.output<typeof evidenceSchema>;
export type TraceFrame = Evidence['frames'][number];

/** @requires 128 finite values. */
export function encodeDescriptor(values: Descriptor): string {
  return toBase64(encodeDescriptors([values]));
}

/** @returns the values, or undefined when the text is not 128 finite float32 numbers. */
export function decodeDescriptor(text: string): Descriptor | undefined {
  const [values] = decodeDescriptors(fromBase64(text, DESCRIPTOR_LENGTH * 4) ?? new Uint8Array());
  return values?.every(Number.isFinite) ? values : undefined;
}

const LANDMARK_UNITS = 16_384;
const INT16 = { min: -32_768, max: 32_767 } as const;

/** @param landmarks 136 numbers, pixels; what lies outside two widths of the frame is cut off. */
export function encodeLandmarks(landmarks: ArrayLike<number>, frameWidth: number): string {
  const view = new DataView(new ArrayBuffer(LANDMARK_COUNT * 4));
  for (let i = 0; i < LANDMARK_COUNT * 2; i++) {
    const units = Math.round(((landmarks[i] ?? 0) / frameWidth) * LANDMARK_UNITS);
    view.setInt16(i * 2, Math.min(Math.max(units, INT16.min), INT16.max), true);
  }
  return toBase64(new Uint8Array(view.buffer));
}

/** @returns 136 numbers in widths of the frame, or undefined when the text is not that. */
function decodeLandmarks(text: string): number[] | undefined {
  const bytes = fromBase64(text, LANDMARK_COUNT * 4);
  if (!bytes) return undefined;
  const view = new DataView(bytes.buffer);
  return Array.from(
    { length: LANDMARK_COUNT * 2 },
    (_, i) => view.getInt16(i * 2, true) / LANDMARK_UNITS,
  );
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** @returns undefined when the text is not base64 of so many bytes. */
function fromBase64(text: string, length: number): Uint8Array<ArrayBuffer> | undefined {
  let raw: string;
  try {
    raw = atob(text);
  } catch {
    return undefined;
  }
  return raw.length === length ? Uint8Array.from(raw, (char) => char.charCodeAt(0)) : undefined;
}
