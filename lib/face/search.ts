import { DETECTOR } from '@/models/detector/model';
import { LANDMARKS } from '@/models/landmarks/model';
import { squareOfBox } from './alignment';
import { cropSquare } from './crop';
import type { Box } from './landmarks';
import type { TrackingNetworks } from './pipeline';
import type { Pixels, Pyramid } from './pixels';
import { compose, turnedBy, type Similarity } from './similarity';
import { mainFace } from './tracker';

/**
 * Looks for the largest face of a still, and does not give up early: after the whole picture
 * come views with room around it (a face that fills the picture is larger than any anchor),
 * leaning ones, and parts of it (a small face).
 *
 * @returns one after the other, each computed only when it is asked for: the squares that the
 * landmarks are first read from, mapped onto the image.
 */
export function* sightings(
  { detect }: TrackingNetworks,
  image: Pyramid,
): Generator<Similarity, void> {
  const size = DETECTOR.inputSize;
  for (const view of viewsOf(image.base)) {
    const found = mainFace(detect(cropSquare(image, view, size)));
    if (found) yield compose(view, squareOfBox(scaled(found, size), LANDMARKS.inputSize));
  }
}

/** Sides of the views that have room, in sides of the picture. */
const ROOMS = [1.6, 2.4] as const;

/** The detector knows heads that lean by up to about 20°. */
const LEANINGS = [15, -15, 30, -30, 45, -45].map((degrees) => (degrees * Math.PI) / 180);
const LEANING_ROOMS = [1, 1.6] as const;

/** Sides of the views that show a part only, and where they lie. */
const TILE_PARTS = [0.6, 0.4] as const;
const TILE_PLACES = [0, 0.5, 1] as const;

function viewsOf({ width, height }: Pixels): Similarity[] {
  const side = Math.max(width, height);
  const size = DETECTOR.inputSize;
  const around = (room: number): Similarity => {
    const half = (side * room) / 2;
    const box = { x: width / 2 - half, y: height / 2 - half, width: 2 * half, height: 2 * half };
    return squareOfBox(box, size);
  };
  const middle = { x: size / 2, y: size / 2 };
  const leaning = LEANINGS.flatMap((roll) =>
    LEANING_ROOMS.map((room) => compose(around(room), turnedBy(roll, middle))),
  );
  return [around(1), ...ROOMS.map(around), ...leaning, ...tiles(width, height, side)];
}

function tiles(width: number, height: number, side: number): Similarity[] {
  return TILE_PARTS.flatMap((part) => {
    const tile = side * part;
    const boxes = TILE_PLACES.flatMap((down) =>
      TILE_PLACES.map((right) => ({
        x: right * (width - tile),
        y: down * (height - tile),
        width: tile,
        height: tile,
      })),
    );
    return boxes.map((box) => squareOfBox(box, DETECTOR.inputSize));
  });
}

function scaled({ x, y, width, height }: Box, size: number): Box {
  return { x: x * size, y: y * size, width: width * size, height: height * size };
}
