import sharp from 'sharp';
import type { CastMember } from './cast';
import { smileField, type Expression, type FacePoint } from './expression';
import { shutLips } from './lips';
import { FRAME, onKnots, read, type Lattice } from './lattice';
import { apply, blank, centre, moveOnto, readPhoto, resample, sample } from './raster';
import type { Point, Raster } from './raster';
import { depthOf, turnRow } from './turning';

/** The portrait is kept at twice the frame's size, so that posing it costs no sharpness. */
const FINE = 2;
/** Mean brightness of the middle of the face, 0…255, that every portrait is brought to. */
const EXPOSURE = 138;
/** Below the chin the turn fades out, in eye distances: shoulders stay. */
const NECK = { top: 1.9, bottom: 3 } as const;

export interface Pose extends Expression {
  /** Radians from the photo's own pose, positive to the person's own left (the image's right). */
  readonly angle: number;
}

/** A cast member cut out of the photo, upright and evenly lit, ready to be posed. */
export interface Portrait {
  /** RGBA at `FINE` times the frame's size; alpha 0 where somebody or something else is. */
  readonly image: Raster;
  readonly marks: readonly FacePoint[];
  /** Depth over the frame, in eye distances. */
  readonly depth: Lattice;
}

export async function cutOut(member: CastMember, photoFile: string): Promise<Portrait> {
  const photo = await readPhoto(photoFile);
  const eyes = eyesOf(member.landmarks);
  const upright = moveOnto(eyes, [
    [-0.5, 0],
    [0.5, 0],
  ]);
  const fine = FRAME.scale * FINE;
  const place = moveOnto(eyes, [
    [FRAME.eyesX * FINE - fine / 2, FRAME.eyesY * FINE],
    [FRAME.eyesX * FINE + fine / 2, FRAME.eyesY * FINE],
  ]);
  const marks = member.landmarks.map((point) => apply(upright, point));
  const image = resample(photo, place, FRAME.width * FINE, FRAME.height * FINE);
  expose(image);
  await matte(image, member.outline);
  const [depth = new Float32Array()] = onKnots(depthOf(marks), 1);
  return { image, marks, depth };
}

/** @returns one camera frame's worth of the person alone, transparent around. */
export function pose({ image, marks, depth }: Portrait, { angle, smile, shut }: Pose): Raster {
  const lips = shutLips(marks, shut);
  const [dx = new Float32Array(), dy = dx] = onKnots(smileField(marks.map(lips.forward), smile), 2);
  const { width, height, scale, eyesX, eyesY } = FRAME;
  const out = blank(width, height);
  const depths = new Float32Array(width);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) depths[column] = read(depth, column, row);
    const turned = angle * neck((row - eyesY) / scale);
    const columns = turnRow(depths, { scale, middle: eyesX, angle: turned });
    columns.forEach((column, at) => {
      if (column < 0 || isWall(image, column, row)) return;
      const x = (column - eyesX) / scale + read(dx, column, row);
      const y = lips.back(x, (row - eyesY) / scale + read(dy, column, row));
      const u = (eyesX + x * scale) * FINE;
      const v = (eyesY + y * scale) * FINE;
      sample(image, u, v, out.data, (row * width + at) * 4);
    });
  }
  return out;
}

export function eyesOf(landmarks: readonly Point[]): [Point, Point] {
  return [centre(landmarks.slice(36, 42)), centre(landmarks.slice(42, 48))];
}

/** A short cut: where nothing of the person is near, no expression moves anything there. */
function isWall({ width, data }: Raster, column: number, row: number): boolean {
  return data[(row * FINE * width + Math.round(column * FINE)) * 4 + 3] === 0;
}

/** 1 at the head, 0 at the shoulders, smooth in between. */
function neck(y: number): number {
  const part = Math.min(Math.max((NECK.bottom - y) / (NECK.bottom - NECK.top), 0), 1);
  return part * part * (3 - 2 * part);
}

/** One gamma for the whole portrait, so that the face's middle has the brightness we want. */
function expose(image: Raster): void {
  const luma: number[] = [];
  const reach = FRAME.scale * FINE;
  for (let y = FRAME.eyesY * FINE; y < FRAME.eyesY * FINE + reach; y += 4) {
    for (let x = FRAME.eyesX * FINE - reach / 2; x < FRAME.eyesX * FINE + reach / 2; x += 4) {
      const at = (y * image.width + x) * 4;
      const [r = 0, g = 0, b = 0] = image.data.subarray(at, at + 3);
      luma.push(0.299 * r + 0.587 * g + 0.114 * b);
    }
  }
  const mean = luma.reduce((sum, value) => sum + value, 0) / luma.length;
  const gamma = Math.log(EXPOSURE / 255) / Math.log(mean / 255);
  const curve = Uint8ClampedArray.from({ length: 256 }, (_, v) => 255 * (v / 255) ** gamma);
  image.data.forEach((value, i) => {
    if (i % 4 !== 3) image.data[i] = curve[value] ?? value;
  });
}

/** Writes the alpha channel: the outline's inside, with a soft edge. */
async function matte(image: Raster, outline: readonly FacePoint[]): Promise<void> {
  const points = outline
    .map(([x, y]) => [
      (FRAME.eyesX + x * FRAME.scale) * FINE,
      (FRAME.eyesY + y * FRAME.scale) * FINE,
    ])
    .join(' ');
  const { width, height } = image;
  const svg = `<svg width="${width}" height="${height}"><rect width="100%" height="100%"/><polygon points="${points}" fill="#fff" stroke="#fff" stroke-linejoin="round"/></svg>`;
  const mask = await sharp(Buffer.from(svg)).blur(9).extractChannel(0).raw().toBuffer();
  mask.forEach((value, i) => (image.data[i * 4 + 3] = value));
}
