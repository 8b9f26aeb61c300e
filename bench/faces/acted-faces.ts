import { FRAME } from '@/testing/actor/lattice';
import type { Point, Raster } from '@/testing/actor/raster';

/** What a face does that is no smile, drawn on a frame of the acted cast. */

/** Of the image. */
export type Side = 'left' | 'right';

/** Corner, upper lid, corner; corner, lower lid, corner: the iBUG 300-W order. */
const LIDS = {
  left: { upper: [36, 37, 38, 39], lower: [36, 41, 40, 39] },
  right: { upper: [42, 43, 44, 45], lower: [42, 47, 46, 45] },
} as const;

/** The skin that comes down reaches up to here, in eye distances above the lid. */
const LID_SKIN = 0.16;
/** Lashes and the eye's rim lie this far outside the landmarks. */
const RIM = 0.025;

/** Shuts one eye: the skin above it is stretched over it. */
export function winking(frame: Raster, marks: readonly Point[], side: Side): void {
  const { upper, lower } = LIDS[side];
  const source = frame.data.slice();
  const [from = 0, to = 0] = [marks[upper[0]]?.[0], marks[upper[3]]?.[0]];
  for (let x = Math.ceil(from); x <= to; x++) {
    const lid = heightAt(marks, upper, x) - RIM * FRAME.scale;
    const bottom = heightAt(marks, lower, x) + RIM * FRAME.scale;
    const top = lid - LID_SKIN * FRAME.scale;
    for (let y = Math.ceil(top); y < bottom; y++) {
      const back = Math.round(top + ((y - top) * (lid - top)) / (bottom - top));
      const at = (back * frame.width + x) * 4;
      frame.data.set(source.subarray(at, at + 4), (y * frame.width + x) * 4);
    }
  }
}

/** This part of the light reaches the far cheek. */
const FAR_CHEEK = 0.3;
/** Steepness of the shadow's edge, per eye distance. */
const EDGE = 4;

/** A lamp at one side: the other half of the face lies in shadow. */
export function litFrom({ width, data }: Raster, side: Side): void {
  const towards = side === 'left' ? 1 : -1;
  for (let i = 0; i < data.length; i += 4) {
    const x = (((i / 4) % width) - FRAME.eyesX) / FRAME.scale;
    const light = FAR_CHEEK + (1.15 - FAR_CHEEK) / (1 + Math.exp(EDGE * towards * x));
    for (let channel = i; channel < i + 3; channel++) data[channel] = (data[channel] ?? 0) * light;
  }
}

function heightAt(marks: readonly Point[], edge: readonly number[], x: number): number {
  for (let i = 0; i + 1 < edge.length; i++) {
    const [ax, ay] = marks[edge[i] ?? 0] ?? [0, 0];
    const [bx, by] = marks[edge[i + 1] ?? 0] ?? [0, 0];
    if (x >= ax && x <= bx && bx > ax) return ay + ((by - ay) * (x - ax)) / (bx - ax);
  }
  return marks[edge[0] ?? 0]?.[1] ?? 0;
}
