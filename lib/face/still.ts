import type { Embed } from '@/models/embedder/run';
import { EMBEDDER } from '@/models/embedder/model';
import type { Expression } from '@/models/expression/run';
import type { RgbSquare } from '@/models/rgb';
import { LANDMARKS } from '@/models/landmarks/model';
import { alignFace, chipSquare } from './alignment';
import { cropSquare, mirrorSquare } from './crop';
import { boxAround, mouthWidth, type Box, type Landmarks } from './landmarks';
import { lightOf, type Light } from './light';
import { expressionOf, landmarksFrom, landmarksNear, type TrackingNetworks } from './pipeline';
import { Pyramid, type Pixels } from './pixels';
import { poseOf, type Pose } from './pose';
import { sightings } from './search';
import type { Similarity } from './similarity';

/** The main face of a single picture. */
export interface StillFace {
  /** Around the landmarks: from the brows to the chin. */
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
  const landmarks = findLandmarks(networks, pyramid);
  if (!landmarks) return null;
  const alignment = alignFace(landmarks);
  const chip = cropSquare(pyramid, chipSquare(alignment), EMBEDDER.inputSize);
  return {
    box: boxAround(landmarks),
    landmarks,
    pose: poseOf(landmarks, alignment),
    expression: expressionOf(networks, pyramid, alignment),
    light: lightOf(chip),
    mouthWidth: mouthWidth(landmarks),
    descriptor: describeChip(embed, chip),
  };
}

/** Landmarks farther than this from the mean face may be no face at all: look on. */
const MISFIT_DOUBTFUL = 0.07;

/** Of the first sighting beyond doubt, or of the least doubtful one. */
function findLandmarks(networks: TrackingNetworks, image: Pyramid): Landmarks | null {
  let best: { readonly landmarks: Landmarks; readonly misfit: number } | null = null;
  for (const square of sightings(networks, image)) {
    const landmarks = steadyLandmarks(networks, image, square);
    const { misfit } = alignFace(landmarks);
    if (misfit <= MISFIT_DOUBTFUL) return landmarks;
    if (!best || misfit < best.misfit) best = { landmarks, misfit };
  }
  return best?.landmarks ?? null;
}

/** Looks from nearer and from farther: the mean of three looks errs less than one of them. */
const LOOK_PADDINGS = [0.22, 0.32, 0.42] as const;

/** A film steadies landmarks by itself; a still has only itself. */
function steadyLandmarks(
  networks: TrackingNetworks,
  image: Pyramid,
  square: Similarity,
): Landmarks {
  const alignment = alignFace(landmarksFrom(networks, image, square));
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
