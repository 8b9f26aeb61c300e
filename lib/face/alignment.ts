import { EMBEDDER } from '@/models/embedder/model';
import { landmarkAt, type Box, type Landmarks } from './landmarks';
import { RIGID_LANDMARKS } from './mean-face';
import { fitSimilarity, invert, residualOf, type PointPair, type Similarity } from './similarity';

/**
 * Where a face lies in the image, as dlib says it: the similarity that brings the landmarks
 * nearest to the mean face. face-api itself only moves and scales its crop; at 30° of roll
 * half of its true matches fail.
 */
export interface Alignment {
  /** Maps the unit box of the mean face onto the image, pixels. */
  readonly toImage: Similarity;
  /** Root mean square distance of the landmarks from the mean face, in unit boxes. */
  readonly misfit: number;
}

/** @requires 68 landmarks that do not all coincide. */
export function alignFace(landmarks: Landmarks): Alignment {
  const pairs: PointPair[] = RIGID_LANDMARKS.map(({ index, x, y }) => ({
    from: landmarkAt(landmarks, index),
    to: { x, y },
  }));
  const toUnit = fitSimilarity(pairs);
  return { toImage: invert(toUnit), misfit: residualOf(toUnit, pairs) };
}

/**
 * The square of `size` pixels around the unit box with `padding` (a part of its side) on
 * every side: dlib's x ↦ (padding + x) / (2·padding + 1), turned round.
 *
 * @returns maps a point of the square onto the image.
 */
export function squareAround(alignment: Alignment, size: number, padding: number): Similarity {
  const step = (2 * padding + 1) / size;
  const { a, b, tx, ty } = alignment.toImage;
  return {
    a: a * step,
    b: b * step,
    tx: tx - (a - b) * padding,
    ty: ty - (a + b) * padding,
  };
}

/** The square that the embedder reads. */
export function chipSquare(alignment: Alignment): Similarity {
  return squareAround(alignment, EMBEDDER.inputSize, EMBEDDER.chipPadding);
}

/** An upright square of `size` pixels that a box fills as far as it can, box in the middle. */
export function squareOfBox(box: Box, size: number): Similarity {
  const side = Math.max(box.width, box.height);
  return {
    a: side / size,
    b: 0,
    tx: box.x + box.width / 2 - side / 2,
    ty: box.y + box.height / 2 - side / 2,
  };
}

/** Roll of the face, radians, clockwise in the image. */
export function rollOf({ toImage }: Alignment): number {
  return Math.atan2(toImage.b, toImage.a);
}
