import type { FaceObservation, FrameObservation } from './observation';

/** What a person may have to change, in the words of the machine; the page has its own. */
export type HintCode =
  | 'no-face'
  | 'one-face-only'
  | 'come-closer'
  | 'move-back'
  | 'centre-face'
  | 'straighten-head'
  | 'look-straight'
  | 'more-light'
  | 'less-light'
  | 'light-from-front'
  | 'hold-still'
  | 'uncover-face'
  | 'relax-face'
  | 'smile-more'
  | 'turn-more';

const DEGREES = 180 / Math.PI;

/** Every number that decides whether a frame may stand for a person. */
const MEASURES = {
  eyeDistance: { unit: 'px', of: (face: FaceObservation) => face.eyeDistancePx },
  faceHeight: {
    unit: 'part of the frame',
    of: (face: FaceObservation, frame: FrameObservation) => face.box.height / frame.height,
  },
  overflow: { unit: 'part of the face', of: overflow },
  offCentre: { unit: 'part of the frame', of: offCentre },
  roll: { unit: '°', of: (face: FaceObservation) => Math.abs(face.pose.roll) * DEGREES },
  yaw: { unit: '°', of: (face: FaceObservation) => Math.abs(face.pose.yaw) * DEGREES },
  pitch: { unit: '°', of: (face: FaceObservation) => Math.abs(face.pose.pitch) * DEGREES },
  light: { unit: 'luma', of: (face: FaceObservation) => face.light.mean },
  burnt: { unit: 'part of the face', of: (face: FaceObservation) => face.light.burnt },
  contrast: { unit: 'luma', of: (face: FaceObservation) => face.light.contrast },
  sidedness: { unit: 'part of the light', of: (face: FaceObservation) => face.light.sided },
  motion: { unit: 'eye distances a frame', of: (face: FaceObservation) => face.motion },
  sharpness: { unit: 'luma²', of: (face: FaceObservation) => face.light.sharpness },
  mouthDetail: { unit: 'part of luma', of: (face: FaceObservation) => face.light.mouthDetail },
  eyeDetail: { unit: 'part of luma', of: (face: FaceObservation) => face.light.eyeDetail },
  misfit: { unit: 'face boxes', of: (face: FaceObservation) => face.misfit },
} as const;

export type MeasureName = keyof typeof MEASURES;

interface Bound {
  readonly measure: MeasureName;
  readonly min?: number;
  readonly max?: number;
  readonly hint: HintCode;
}

/**
 * In the order in which a person is told: first where to be, then how to hold the head, then
 * the light, then what is left. Where the numbers come from is in docs/model-card.md: below 48 px
 * between the eyes, beyond 20° of roll, blurred by 2 px or burnt out, the descriptor moves by
 * 0.1 to 0.4; a sharpness of 20 is a blur that moves it by about 0.2.
 */
export const QUALITY_BOUNDS: readonly Bound[] = [
  { measure: 'overflow', max: 0.02, hint: 'centre-face' },
  { measure: 'eyeDistance', min: 48, hint: 'come-closer' },
  { measure: 'faceHeight', max: 0.75, hint: 'move-back' },
  { measure: 'offCentre', max: 0.3, hint: 'centre-face' },
  { measure: 'roll', max: 20, hint: 'straighten-head' },
  { measure: 'yaw', max: 16, hint: 'look-straight' },
  { measure: 'pitch', max: 25, hint: 'look-straight' },
  { measure: 'light', min: 45, hint: 'more-light' },
  { measure: 'light', max: 225, hint: 'less-light' },
  { measure: 'burnt', max: 0.15, hint: 'less-light' },
  { measure: 'contrast', min: 12, hint: 'more-light' },
  { measure: 'sidedness', max: 0.7, hint: 'light-from-front' },
  { measure: 'motion', max: 0.06, hint: 'hold-still' },
  { measure: 'sharpness', min: 20, hint: 'hold-still' },
  { measure: 'mouthDetail', min: 0.06, hint: 'uncover-face' },
  { measure: 'eyeDetail', min: 0.1, hint: 'uncover-face' },
  { measure: 'misfit', max: 0.09, hint: 'uncover-face' },
];

export interface QualityCheck {
  readonly measure: MeasureName;
  readonly unit: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly passed: boolean;
  readonly hint: HintCode;
}

/** Every bound with the value that it was held against, in the order of `QUALITY_BOUNDS`. */
export function checkQuality(
  frame: FrameObservation,
  face: FaceObservation,
): readonly QualityCheck[] {
  return QUALITY_BOUNDS.map(({ measure, min = -Infinity, max = Infinity, hint }) => {
    const value = MEASURES[measure].of(face, frame);
    // Written so that NaN fails.
    const passed = value >= min && value <= max;
    return { measure, unit: MEASURES[measure].unit, value, min, max, passed, hint };
  });
}

/** What a step asks for must not be held against the face: a turn may turn. */
export type Exempt = readonly MeasureName[];

/** The first thing to change, or null when the frame is good. */
export function qualityHint(frame: FrameObservation, exempt: Exempt): HintCode | null {
  const { face } = frame;
  if (!face) return 'no-face';
  if (frame.faceCount > 1) return 'one-face-only';
  const failed = checkQuality(frame, face).find(
    ({ passed, measure }) => !passed && !exempt.includes(measure),
  );
  return failed?.hint ?? null;
}

/**
 * How well a frame may stand for the person, 0…1: used to choose among frames, not to refuse.
 * A product of what is known to move the descriptor, each 1 where it no longer matters.
 */
export function frameScore(face: FaceObservation): number {
  const { light, pose } = face;
  return (
    ramp(face.eyeDistancePx, 40, 90) *
    ramp(light.sharpness, 10, 150) *
    ramp(-Math.abs(pose.yaw) * DEGREES, -40, -5) *
    ramp(-Math.abs(pose.pitch) * DEGREES, -40, -8) *
    ramp(-Math.abs(pose.roll) * DEGREES, -60, -10) *
    ramp(-face.motion, -0.12, -0.01) *
    ramp(light.mean, 30, 90) *
    ramp(-light.burnt, -0.3, -0.02)
  );
}

/** 0.05 at `from` and below, 1 at `to` and above: never 0, so that every factor counts. */
function ramp(value: number, from: number, to: number): number {
  const part = (value - from) / (to - from);
  return Math.min(1, Math.max(0.05, part));
}

/** The part of the face's box that lies outside the frame. */
function overflow({ box }: FaceObservation, { width, height }: FrameObservation): number {
  const insideX = Math.min(width, box.x + box.width) - Math.max(0, box.x);
  const insideY = Math.min(height, box.y + box.height) - Math.max(0, box.y);
  return 1 - (Math.max(0, insideX) * Math.max(0, insideY)) / (box.width * box.height);
}

/** From the middle of the frame to the middle of the face, along the worse axis. */
function offCentre({ box }: FaceObservation, { width, height }: FrameObservation): number {
  return Math.max(
    Math.abs((box.x + box.width / 2) / width - 0.5),
    Math.abs((box.y + box.height / 2) / height - 0.5),
  );
}
