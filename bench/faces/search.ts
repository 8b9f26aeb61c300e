import { DETECTOR } from '@/models/detector/model';
import { LANDMARKS } from '@/models/landmarks/model';
import { squareOfBox } from '@/lib/face/alignment';
import { brightened } from '@/lib/face/brighten';
import { cropSquare } from '@/lib/face/crop';
import type { Box } from '@/lib/face/landmarks';
import type { TrackingNetworks } from '@/lib/face/pipeline';
import type { Pixels, Pyramid } from '@/lib/face/pixels';
import type { Similarity } from '@/lib/face/similarity';
import { compose, turnedBy } from './compose';
import { mainFace } from '@/lib/face/tracker';

/** A square of the picture, shown to the detector at a size of its own. */
interface View {
  /** Maps a point of the square onto the image. */
  readonly toImage: Similarity;
  /** Side, pixels; a multiple of 32. Half of it costs a quarter. */
  readonly size: number;
}

/**
 * Looks for the largest face of a still, cheapest and most promising views first, and does not
 * give up early: after the whole picture come views with room around it (a face that fills the
 * picture is larger than any anchor), leaning ones, and parts of it (a small face).
 *
 * @returns one after the other, each computed only when it is asked for: the squares that the
 * landmarks are first read from, mapped onto the image.
 */
export function* candidateSquares(
  { detect }: TrackingNetworks,
  image: Pyramid,
): Generator<Similarity, void> {
  for (const { toImage, size } of viewsOf(image.base)) {
    const found = mainFace(detect(brightened(cropSquare(image, toImage, size))));
    if (found) yield compose(toImage, squareOfBox(scaled(found, size), LANDMARKS.inputSize));
  }
}

/**
 * Detector's inputs for large, middling and small faces. A portrait is found in 160 px, at half
 * the cost of the size that frames are read at; views with room, where a face is large, in 128.
 */
const [COARSE, MIDDLE, FINE] = [128, 160, DETECTOR.inputSize] as const;

/** The detector knows heads that lean by up to about 20°. */
const LEANINGS = [15, -15, 30, -30, 45, -45].map((degrees) => (degrees * Math.PI) / 180);

/** Sides of the views that show a part only, and where they lie. */
const TILE_PARTS = [0.6, 0.4] as const;
const TILE_PLACES = [0, 0.5, 1] as const;

/** Computed one by one, as most pictures need the first only. */
function* viewsOf(image: Pixels): Generator<View> {
  yield around(image, 1, MIDDLE);
  yield around(image, 1, FINE);
  yield around(image, 1.6, COARSE);
  yield around(image, 2.4, COARSE);
  yield around(image, 1.6, FINE);
  for (const roll of LEANINGS) {
    yield leaning(around(image, 1, COARSE), roll);
    yield leaning(around(image, 1.6, COARSE), roll);
  }
  for (const roll of LEANINGS) {
    yield leaning(around(image, 1, FINE), roll);
    yield leaning(around(image, 1.6, FINE), roll);
  }
  yield* tiles(image);
}

/** @param room side of the view, in sides of the picture. */
function around({ width, height }: Pixels, room: number, size: number): View {
  const side = Math.max(width, height) * room;
  const box = { x: (width - side) / 2, y: (height - side) / 2, width: side, height: side };
  return { toImage: squareOfBox(box, size), size };
}

function leaning({ toImage, size }: View, roll: number): View {
  const middle = { x: size / 2, y: size / 2 };
  return { toImage: compose(toImage, turnedBy(roll, middle)), size };
}

function* tiles({ width, height }: Pixels): Generator<View> {
  for (const part of TILE_PARTS) {
    const tile = Math.max(width, height) * part;
    for (const down of TILE_PLACES) {
      for (const right of TILE_PLACES) {
        const corner = { x: right * (width - tile), y: down * (height - tile) };
        const box = { ...corner, width: tile, height: tile };
        yield { toImage: squareOfBox(box, FINE), size: FINE };
      }
    }
  }
}

function scaled({ x, y, width, height }: Box, size: number): Box {
  return { x: x * size, y: y * size, width: width * size, height: height * size };
}
