import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LANDMARKS } from './cast-landmarks';
import type { FacePoint, Expression } from './expression';
import type { Point } from './raster';

export interface CastMember {
  /** One of face-api's demo photos; none is in this repository. */
  readonly photo: string;
  /** 68 landmarks in pixels of the photo. */
  readonly landmarks: readonly Point[];
  /** Around head and shoulders, in face space: what is outside is wall. */
  readonly outline: readonly FacePoint[];
  /** Radians that turn the photo's head to face the camera. */
  readonly straighten: number;
  /** The photo's mouth made neutral, and made a full smile. */
  readonly rest: Expression;
  readonly peak: Expression;
  /** Radians, without sign, of a turn of about 25° as the landmarks show it. */
  readonly turn: { readonly left: number; readonly right: number };
}

const CAST = {
  ana: {
    photo: 'sample3.jpg',
    straighten: 0.3,
    rest: { smile: 0, shut: 0 },
    peak: { smile: 1, shut: 0 },
    turn: { left: 0.45, right: 0.65 },
    outline: [
      -2.3, 4, -2, 2.1, -1.75, 1.5, -1.6, 0.6, -1.45, -0.1, -1.3, -0.8, -1, -1.3, -0.3, -1.7, 0.3,
      -1.95, 1, -1.85, 1.7, -1.5, 2.3, -0.9, 2.7, -0.1, 3, 0.8, 2.8, 1.7, 2.6, 2.3, 2.9, 4,
    ],
  },
  bea: {
    photo: 'sample4.jpg',
    straighten: 0.36,
    rest: { smile: -0.5, shut: 0 },
    peak: { smile: 0.9, shut: 0 },
    turn: { left: 0.45, right: 0.55 },
    outline: [
      -1, 4, -0.6, 2.3, -0.85, 1.4, -1.1, 0.4, -1.1, -0.5, -1, -1.2, -0.6, -1.8, -0.2, -2.1, 0.4,
      -2.3, 1, -2.2, 1.6, -1.8, 2.2, -1.1, 2.8, 0.1, 3.3, 1.3, 3.5, 2.2, 3.6, 4,
    ],
  },
  cleo: {
    photo: 'sample6.jpg',
    straighten: -0.04,
    rest: { smile: 0, shut: 0 },
    peak: { smile: 1.5, shut: 0 },
    turn: { left: 0.7, right: 0.52 },
    outline: [
      -2, 4, -1.9, 2.7, -1.8, 1.6, -1.95, 0.6, -1.75, -0.5, -1.6, -1.4, -1.2, -2.1, -0.5, -2.45,
      0.4, -2.45, 1.1, -2.1, 1.6, -1.2, 1.85, -0.2, 1.9, 0.8, 2.1, 1.6, 2, 2.4, 1.7, 4,
    ],
  },
  dora: {
    photo: 'sample6.jpg',
    straighten: 0.14,
    rest: { smile: -1.25, shut: 0 },
    peak: { smile: -0.15, shut: 0 },
    turn: { left: 0.5, right: 0.55 },
    outline: [
      -0.75, 4, -0.7, 2.4, -0.75, 1.9, -0.95, 1.3, -1.1, 0.6, -1.1, -0.4, -1, -1.1, -0.7, -1.8,
      -0.2, -2.3, 0.4, -2.4, 1, -2.3, 1.6, -1.6, 2, -0.5, 2.2, 0.5, 2.4, 1.5, 2.7, 2.2, 3.2, 4,
    ],
  },
  elsa: {
    photo: 'sample6.jpg',
    straighten: -0.2,
    rest: { smile: -0.5, shut: 0 },
    peak: { smile: 0.5, shut: 0 },
    turn: { left: 0.55, right: 0.5 },
    outline: [
      -2.5, 4, -2.3, 2.4, -2.6, 2, -2.2, 1.4, -2.1, 0.5, -2.1, -0.3, -1.9, -1, -1.5, -1.7, -0.9,
      -2.1, -0.2, -2.3, 0.5, -2, 0.9, -1.4, 1.2, -0.6, 1.5, 0.1, 1.75, 0.9, 1.8, 1.7, 2, 2.3, 1.9,
      4,
    ],
  },
  fay: {
    photo: 'sample5.jpg',
    straighten: -0.28,
    rest: { smile: -0.5, shut: 0 },
    peak: { smile: 0.4, shut: 0 },
    turn: { left: 0.5, right: 0.5 },
    outline: [
      -1.6, 4, -1.7, 2.2, -1.85, 1.5, -1.5, 1, -1.9, 0.3, -1.65, -0.1, -1.7, -0.7, -1.2, -1.3, -1,
      -1.8, -0.5, -2.05, 0.2, -2, 0.65, -1.5, 0.85, -0.7, 0.9, 0.2, 0.8, 1.1, 0.55, 1.7, 0.6, 2,
      1.5, 2, 2.1, 2.1, 2.5, 2.6, 2.7, 4,
    ],
  },
  hana: {
    photo: 'sample5.jpg',
    straighten: 0.21,
    rest: { smile: -1, shut: 1 },
    peak: { smile: -0.3, shut: 0.15 },
    turn: { left: 0.4, right: 0.55 },
    outline: [
      -0.9, 4, -1, 2, -1.1, 1.3, -1.25, 0.5, -1.3, -0.5, -1.1, -1.2, -0.5, -1.7, 0.2, -1.85, 0.9,
      -1.7, 1.5, -1.2, 1.8, -0.3, 2.1, 0.6, 2.4, 1.4, 2.6, 2.2, 2.8, 4,
    ],
  },
  ines: {
    photo: 'sample3.jpg',
    straighten: 0.38,
    rest: { smile: -1.25, shut: 1 },
    peak: { smile: -0.25, shut: 0.15 },
    turn: { left: 0.4, right: 0.65 },
    outline: [
      -1.8, 4, -1.6, 2.5, -0.8, 2.1, -0.4, 1.9, -0.5, 1.5, -0.85, 0.7, -0.85, -0.1, -0.9, -0.9,
      -0.5, -1.5, 0.2, -1.95, 1, -2.1, 1.5, -1.8, 1.8, -1.2, 2, -0.4, 2.1, 0.4, 1.9, 0.9, 1.75, 1.6,
      1.7, 2, 2.2, 2.3, 2.4, 4,
    ],
  },
  'ines-later': {
    photo: 'sample1.jpg',
    straighten: 0.19,
    rest: { smile: -1.25, shut: 1 },
    peak: { smile: -0.55, shut: 0.15 },
    turn: { left: 0.45, right: 0.6 },
    outline: [
      -1, 4, -0.9, 2.4, -0.8, 1.8, -0.95, 1.2, -1, 0.3, -1.05, -0.5, -0.9, -1.1, -0.5, -1.7, 0,
      -1.95, 0.7, -1.85, 1.4, -1.5, 2.1, -1, 2.9, -0.4, 3.5, 0.2, 3.6, 1.5, 3.6, 4,
    ],
  },
  june: {
    photo: 'sample3.jpg',
    straighten: -0.26,
    rest: { smile: -1.75, shut: 1 },
    peak: { smile: -0.5, shut: 0.15 },
    turn: { left: 0.55, right: 0.31 },
    outline: [
      -2.9, 4, -2.8, 2.4, -2.7, 1.2, -2.3, 0, -1.9, -1, -1.3, -1.6, -0.6, -2, 0.1, -1.95, 0.6, -1.5,
      0.9, -0.8, 0.9, 0, 0.9, 0.6, 0.7, 1.2, 0.45, 1.7, 0.25, 2.1, 0.3, 2.6, 0.6, 4,
    ],
  },
  kira: {
    photo: 'sample6.jpg',
    straighten: 0.22,
    rest: { smile: -1.35, shut: 1 },
    peak: { smile: 0.3, shut: 0.15 },
    turn: { left: 0.47, right: 0.68 },
    outline: [
      -1.2, 4, -1, 2.4, -0.95, 1.5, -0.95, 0.5, -0.95, -0.6, -0.8, -1.5, -0.4, -2.2, 0.2, -2.5, 1,
      -2.5, 1.7, -2, 2.1, -1.2, 2.3, 0, 2.4, 1.2, 2.7, 2.5, 2.8, 4,
    ],
  },
  lena: {
    photo: 'sample5.jpg',
    straighten: -0.05,
    rest: { smile: -0.75, shut: 0 },
    peak: { smile: -0.05, shut: 0 },
    turn: { left: 0.45, right: 0.6 },
    outline: [
      -3.4, 4, -3, 2.4, -2.2, 1.2, -1.9, 0.1, -1.6, -0.8, -1.2, -1.5, -0.5, -1.9, 0.2, -1.85, 0.8,
      -1.4, 1.3, -0.6, 1.7, 0.3, 2, 1.1, 2, 2, 2.2, 4,
    ],
  },
  nell: {
    photo: 'sample1.jpg',
    straighten: 0.38,
    rest: { smile: -0.5, shut: 0 },
    peak: { smile: 0.5, shut: 0 },
    turn: { left: 0.38, right: 0.62 },
    outline: [
      -1.2, 4, -1.1, 2.6, -0.4, 2.2, -0.1, 1.9, -0.6, 1.4, -0.8, 0.6, -0.95, -0.1, -0.85, -0.9,
      -0.7, -1.7, -0.2, -2.2, 0.7, -2.45, 1.6, -2.2, 2.1, -1.6, 2.4, -0.8, 2.4, 0.2, 2.2, 1, 1.9,
      1.6, 2.3, 2.1, 2.7, 2.8, 2.7, 4,
    ],
  },
} as const;

export type FaceName = keyof typeof CAST;

export const FACE_NAMES = Object.keys(CAST) as FaceName[];

export function castMember(name: FaceName): CastMember {
  return { ...CAST[name], landmarks: pairs(LANDMARKS[name]), outline: pairs(CAST[name].outline) };
}

function pairs(numbers: readonly number[]): Point[] {
  return Array.from({ length: numbers.length / 2 }, (_, i) => [
    numbers[2 * i] ?? 0,
    numbers[2 * i + 1] ?? 0,
  ]);
}

/** @returns the file of a photo inside the installed face-api package. */
export function photoPath(photo: string): string {
  const manifest = createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json');
  return join(dirname(manifest), 'demo', photo);
}
