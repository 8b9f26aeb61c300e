import type { Embed } from '@/models/embedder/run';
import { EMBEDDER } from '@/models/embedder/model';
import type { Expression } from '@/models/expression/run';
import type { RgbSquare } from '@/models/rgb';
import { DETECTOR } from '@/models/detector/model';
import { LANDMARKS } from '@/models/landmarks/model';
import type { ScoredBox } from '@/models/detector/boxes';
import { alignFace, chipSquare, squareOfBox } from './alignment';
import { cropSquare, mirrorSquare } from './crop';
import { mouthWidth, type Box, type Landmarks } from './landmarks';
import { lightOf, type Light } from './light';
import {
  boxOnto,
  detectFaces,
  expressionOf,
  landmarksInBox,
  landmarksNear,
  type TrackingNetworks,
} from './pipeline';
import { Pyramid, type Pixels } from './pixels';
import { poseOf, type Pose } from './pose';
import { mainFace } from './tracker';

/** The main face of a single picture. */
export interface StillFace {
  readonly box: Box;
  readonly landmarks: Landmarks;
  readonly pose: Pose;
  readonly expression: Expression;
  readonly light: Light;
  readonly mouthWidth: number;
  readonly descriptor: Float32Array;
}

/**
 * Finds, aligns and describes the largest face of a picture of any size. Slower than tracking
 * and more stubborn: there is no next frame to hope for.
 */
export function examineStill(
  networks: TrackingNetworks,
  embed: Embed,
  image: Pixels,
): StillFace | null {
  const pyramid = new Pyramid(image);
  const box = mainFace(searchFaces(networks, pyramid));
  if (!box) return null;
  const landmarks = steadyLandmarks(networks, pyramid, box);
  const alignment = alignFace(landmarks);
  const chip = cropSquare(pyramid, chipSquare(alignment), EMBEDDER.inputSize);
  return {
    box,
    landmarks,
    pose: poseOf(landmarks, alignment),
    expression: expressionOf(networks, pyramid, alignment),
    light: lightOf(chip),
    mouthWidth: mouthWidth(landmarks),
    descriptor: describeChip(embed, chip),
  };
}

/** Looks from nearer and from farther: the mean of three looks errs less than one of them. */
const LOOK_PADDINGS = [0.22, 0.32, 0.42] as const;

/** A film steadies landmarks by itself; a still has only itself. */
function steadyLandmarks(networks: TrackingNetworks, image: Pyramid, box: Box): Landmarks {
  const alignment = alignFace(landmarksInBox(networks, image, box));
  const looks = LOOK_PADDINGS.map((padding) => landmarksNear(networks, image, alignment, padding));
  return Float32Array.from({ length: LANDMARKS.count * 2 }, (_, i) => {
    return looks.reduce((sum, look) => sum + (look[i] ?? NaN), 0) / looks.length;
  });
}

/** The mean of a chip's descriptor and its mirror image's: fewer errors than either alone. */
export function describeChip(embed: Embed, chip: RgbSquare): Float32Array {
  const [straight, mirrored] = embed([chip, mirrorSquare(chip)]);
  if (!straight || !mirrored) throw new RangeError('the embedder lost a chip');
  return straight.map((value, i) => (value + (mirrored[i] ?? value)) / 2);
}

/**
 * Where to look, after the whole picture showed nothing: with room around it (a face that
 * fills the picture is larger than any anchor), then parts of it (a small face).
 */
const ROOMS = [1.6, 2.4] as const;
const TILE_PARTS = [0.6, 0.4] as const;

function searchFaces(networks: TrackingNetworks, image: Pyramid): ScoredBox[] {
  const whole = detectFaces(networks, image);
  if (whole.length > 0) return whole;
  for (const square of furtherSquares(image.base)) {
    const size = DETECTOR.inputSize;
    const found = networks.detect(cropSquare(image, squareOfBox(square, size), size));
    if (found.length > 0) return found.map((box) => boxOnto(squareOfBox(square, size), size, box));
  }
  return [];
}

function furtherSquares({ width, height }: Pixels): Box[] {
  const roomy = ROOMS.map((room) => ({
    x: (width * (1 - room)) / 2,
    y: (height * (1 - room)) / 2,
    width: width * room,
    height: height * room,
  }));
  const tiles = TILE_PARTS.flatMap((part) => {
    const side = Math.max(width, height) * part;
    const steps = [0, 0.5, 1];
    return steps.flatMap((down) =>
      steps.map((right) => ({
        x: right * (width - side),
        y: down * (height - side),
        width: side,
        height: side,
      })),
    );
  });
  return [...roomy, ...tiles];
}
