import type { Point } from './raster';
import type { Surface } from './spline';

/** Where face space lies in the camera's frame: 72 pixels between the eyes. */
export const FRAME = { width: 640, height: 480, scale: 72, eyesX: 320, eyesY: 210 } as const;

/** Pixels between the knots at which splines are computed; in between they are near linear. */
const KNOT = 8;
const ACROSS = FRAME.width / KNOT + 1;
const DOWN = FRAME.height / KNOT + 1;

/** One channel of a surface on a grid of knots over the frame, rows from the top. */
export type Lattice = Float32Array;

function toFace(column: number, row: number): Point {
  return [(column - FRAME.eyesX) / FRAME.scale, (row - FRAME.eyesY) / FRAME.scale];
}

/** Computes a surface over face space at every knot. */
export function onKnots(surface: Surface, channels: number): Lattice[] {
  const lattices = Array.from({ length: channels }, () => new Float32Array(ACROSS * DOWN));
  for (let i = 0; i < ACROSS * DOWN; i++) {
    const values = surface(...toFace((i % ACROSS) * KNOT, Math.floor(i / ACROSS) * KNOT));
    lattices.forEach((lattice, c) => (lattice[i] = values[c] ?? 0));
  }
  return lattices;
}

/** @returns the value at a pixel of the frame, bilinear between knots, edges repeated. */
export function read(lattice: Lattice, column: number, row: number): number {
  const u = Math.min(Math.max(column / KNOT, 0), ACROSS - 1.001);
  const v = Math.min(Math.max(row / KNOT, 0), DOWN - 1.001);
  const at = Math.floor(v) * ACROSS + Math.floor(u);
  const p = u % 1;
  const q = v % 1;
  const above = knot(lattice, at) * (1 - p) + knot(lattice, at + 1) * p;
  const below = knot(lattice, at + ACROSS) * (1 - p) + knot(lattice, at + ACROSS + 1) * p;
  return above * (1 - q) + below * q;
}

function knot(lattice: Lattice, at: number): number {
  return lattice[at] ?? 0;
}
