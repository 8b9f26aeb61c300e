import type { ScoredBox } from '@/models/detector/boxes';
import { DETECTOR } from '@/models/detector/model';
import type { Detect } from '@/models/detector/run';
import type { Expression, ReadExpression } from '@/models/expression/run';
import { EXPRESSION } from '@/models/expression/model';
import { EMBEDDER } from '@/models/embedder/model';
import { LANDMARKS } from '@/models/landmarks/model';
import type { FindLandmarks } from '@/models/landmarks/run';
import type { RgbSquare } from '@/models/rgb';
import { alignFace, chipSquare, squareAround, squareOfBox, type Alignment } from './alignment';
import { brightened } from './brighten';
import { cropSquare } from './crop';
import { backgroundOf } from './background';
import { boxAround, eyeDistance, mouthWidth, noseOffset, type Landmarks } from './landmarks';
import { lightOf } from './light';
import type { FaceObservation, FrameObservation } from './observation';
import type { Pixels } from './pixels';
import { Pyramid } from './pixels';
import { poseOf } from './pose';
import { apply, type Similarity } from './similarity';
import {
  continues,
  countFaces,
  isDetectionDue,
  isTracked,
  mainFace,
  motionBetween,
  type Track,
} from './tracker';

/** The networks that tracking needs; the embedder is not among them. */
export interface TrackingNetworks {
  readonly detect: Detect;
  readonly findLandmarks: FindLandmarks;
  readonly readExpression: ReadExpression;
}

export interface TrackedFrame {
  readonly observation: FrameObservation;
  /** What is to be remembered for the next frame, or null when there is no face. */
  readonly track: Track | null;
  /** The aligned chip, ready for the embedder. */
  readonly chip: RgbSquare | null;
}

/** Room around the unit face box in the upright crop that the landmarks are read from. */
const UPRIGHT_PADDING = 0.32;

/** One frame: detect if it is due → landmarks → align → light, pose, expression. */
export function trackFrame(
  networks: TrackingNetworks,
  image: Pixels,
  before: Track | null,
  frameId: number,
  tMs: number,
): TrackedFrame {
  const startedAt = performance.now();
  const pyramid = new Pyramid(image);
  const track = nextTrack(networks, pyramid, before, tMs);
  const chip = track && cropSquare(pyramid, chipSquare(track.alignment), EMBEDDER.inputSize);
  const face = track && chip && observeFace(networks, pyramid, track, before, chip);
  const observation: FrameObservation = {
    frameId,
    tMs,
    width: image.width,
    height: image.height,
    faceCount: track?.faceCount ?? 0,
    face,
    costMs: performance.now() - startedAt,
  };
  return { observation, track, chip };
}

/** All faces of an image, in its pixels, best first. */
function detectFaces({ detect }: TrackingNetworks, image: Pyramid): ScoredBox[] {
  const { width, height } = image.base;
  const size = DETECTOR.inputSize;
  const square = squareOfBox({ x: 0, y: 0, width, height }, size);
  return detect(brightened(cropSquare(image, square, size))).map((box) =>
    boxOnto(square, size, box),
  );
}

/** Landmarks of the face in a square: a first look, then a second on the upright crop. */
export function landmarksFrom(
  networks: TrackingNetworks,
  image: Pyramid,
  square: Similarity,
): Landmarks {
  const first = landmarksInSquare(networks, image, square);
  return landmarksNear(networks, image, alignFace(first));
}

/** Landmarks of a face that is known to lie about there, read from an upright crop. */
export function landmarksNear(
  networks: TrackingNetworks,
  image: Pyramid,
  alignment: Alignment,
  padding = UPRIGHT_PADDING,
): Landmarks {
  const square = squareAround(alignment, LANDMARKS.inputSize, padding);
  return landmarksInSquare(networks, image, square);
}

/** The expression network reads the face upright and centred. */
export function expressionOf(
  { readExpression }: TrackingNetworks,
  image: Pyramid,
  alignment: Alignment,
): Expression {
  const square = squareAround(alignment, EXPRESSION.inputSize, EXPRESSION.chipPadding);
  return readExpression(cropSquare(image, square, EXPRESSION.inputSize));
}

function nextTrack(
  networks: TrackingNetworks,
  image: Pyramid,
  before: Track | null,
  tMs: number,
): Track | null {
  if (before && !isDetectionDue(before, tMs)) {
    const followed = followTrack(networks, image, before);
    if (followed) return followed;
  }
  const boxes = detectFaces(networks, image);
  const main = mainFace(boxes);
  if (!main) return null;
  const detection = { faceCount: countFaces(boxes), detectedAtMs: tMs, framesSinceDetection: 0 };
  const followed = before && isTracked(before, main) && followTrack(networks, image, before);
  if (followed) return { ...followed, ...detection };
  const square = squareOfBox(main, LANDMARKS.inputSize);
  const landmarks = landmarksFrom(networks, image, square);
  return { landmarks, alignment: alignFace(landmarks), ...detection };
}

function followTrack(networks: TrackingNetworks, image: Pyramid, before: Track): Track | null {
  const landmarks = landmarksNear(networks, image, before.alignment);
  if (!continues(before, landmarks)) return null;
  const framesSinceDetection = before.framesSinceDetection + 1;
  return { ...before, landmarks, alignment: alignFace(landmarks), framesSinceDetection };
}

function observeFace(
  networks: TrackingNetworks,
  image: Pyramid,
  { landmarks, alignment }: Track,
  before: Track | null,
  chip: RgbSquare,
): FaceObservation {
  const box = boxAround(landmarks);
  return {
    box,
    landmarks,
    pose: poseOf(landmarks, alignment),
    expression: expressionOf(networks, image, alignment),
    light: lightOf(chip),
    eyeDistancePx: eyeDistance(landmarks),
    mouthWidth: mouthWidth(landmarks),
    noseOffset: noseOffset(landmarks),
    misfit: alignment.misfit,
    motion: before ? motionBetween(before.landmarks, landmarks) : 0,
    background: backgroundOf(image.base, box),
  };
}

function landmarksInSquare(
  { findLandmarks }: TrackingNetworks,
  image: Pyramid,
  square: Similarity,
): Landmarks {
  const size = LANDMARKS.inputSize;
  const parts = findLandmarks(cropSquare(image, square, size));
  const landmarks = new Float32Array(parts.length);
  for (let i = 0; i < parts.length; i += 2) {
    const point = apply(square, { x: (parts[i] ?? 0) * size, y: (parts[i + 1] ?? 0) * size });
    landmarks[i] = point.x;
    landmarks[i + 1] = point.y;
  }
  return landmarks;
}

/** @requires a square that is not turned. */
function boxOnto(square: Similarity, size: number, box: ScoredBox): ScoredBox {
  const corner = apply(square, { x: box.x * size, y: box.y * size });
  const side = square.a * size;
  return { ...corner, width: box.width * side, height: box.height * side, score: box.score };
}
