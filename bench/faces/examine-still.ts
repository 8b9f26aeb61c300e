import type { Embed } from '@/models/embedder/run';
import { EMBEDDER } from '@/models/embedder/model';
import type { Expression } from '@/models/expression/run';
import { LANDMARKS } from '@/models/landmarks/model';
import { alignFace, chipSquare } from '@/lib/face/alignment';
import { cropSquare } from '@/lib/face/crop';
import { describeChip } from '@/lib/face/describe-chip';
import { brightened } from '@/lib/face/brighten';
import { readPixels } from '@/lib/face/image';
import { boxAround, mouthWidth, type Box, type Landmarks } from '@/lib/face/landmarks';
import { lightOf, type Light } from '@/lib/face/light';
import {
  expressionOf,
  landmarksFrom,
  landmarksNear,
  type TrackingNetworks,
} from '@/lib/face/pipeline';
import { Pyramid } from '@/lib/face/pixels';
import type { FrameImage } from '@/lib/face/protocol';
import { poseOf, type Pose } from '@/lib/face/pose';
import type { Similarity } from '@/lib/face/similarity';
import { candidateSquares } from './search';

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

/** What a single picture shows, and what it cost to see it. */
export interface StillObservation {
  readonly face: StillFace | null;
  /** Until the face was found, or given up, milliseconds. */
  readonly detectMs: number;
  /** All together, milliseconds. */
  readonly costMs: number;
}

/**
 * Finds, aligns and describes the largest face of a picture of any size. Slower than tracking
 * and more stubborn: there is no next frame to hope for.
 */
export function examineStill(
  tracking: TrackingNetworks,
  embed: Embed,
  image: FrameImage,
): StillObservation {
  const startedAt = performance.now();
  const pyramid = new Pyramid(readPixels(image));
  const networks = inLight(tracking);
  const { landmarks, foundAtMs } = findLandmarks(networks, pyramid);
  const face = landmarks && describeStill(networks, embed, pyramid, landmarks);
  return { face, detectMs: foundAtMs - startedAt, costMs: performance.now() - startedAt };
}

/** The detector brightens for itself; expression and descriptor are read as the picture is. */
function inLight(networks: TrackingNetworks): TrackingNetworks {
  return { ...networks, findLandmarks: (square) => networks.findLandmarks(brightened(square)) };
}

function describeStill(
  networks: TrackingNetworks,
  embed: Embed,
  image: Pyramid,
  landmarks: Landmarks,
): StillFace {
  const alignment = alignFace(landmarks);
  const chip = cropSquare(image, chipSquare(alignment), EMBEDDER.inputSize);
  return {
    box: boxAround(landmarks),
    landmarks,
    pose: poseOf(landmarks, alignment),
    expression: expressionOf(networks, image, alignment),
    light: lightOf(chip),
    mouthWidth: mouthWidth(landmarks),
    descriptor: describeChip(embed, chip),
  };
}

/** Landmarks farther than this from the mean face may be no face at all: look on. */
const MISFIT_DOUBTFUL = 0.07;

interface Candidate {
  readonly landmarks: Landmarks;
  readonly misfit: number;
}

/** Of the first candidate beyond doubt, or of the least doubtful one. */
function findLandmarks(
  networks: TrackingNetworks,
  image: Pyramid,
): { readonly landmarks: Landmarks | null; readonly foundAtMs: number } {
  let best: Candidate | null = null;
  for (const square of candidateSquares(networks, image)) {
    const foundAtMs = performance.now();
    const landmarks = steadyLandmarks(networks, image, square);
    const { misfit } = alignFace(landmarks);
    if (misfit <= MISFIT_DOUBTFUL) return { landmarks, foundAtMs };
    if (!best || misfit < best.misfit) best = { landmarks, misfit };
  }
  return { landmarks: best?.landmarks ?? null, foundAtMs: performance.now() };
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
