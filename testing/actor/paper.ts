import type { PaperMotion } from './scene';

/** Where one upright strip of a sheet lies: its middle in the frame, and its size there. */
export interface Strip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Strips that a sheet is cut into: straight edges in each, a smooth curve together. */
export const STRIPS = 32;

/** The sheet, in pixels of the frame, held still and flat. */
const SHEET = { width: 560, height: 420 } as const;
/** Eye to sheet, in widths of the sheet: how strong the perspective is. */
const FAR = 2.5;

interface Held {
  readonly x: number;
  readonly y: number;
  /** Nearer is larger. */
  readonly scale: number;
  /** Radians about the upright axis. */
  readonly tilt: number;
  /** Radians that the sheet bends round an upright cylinder, from edge to edge. */
  readonly bend: number;
}

/**
 * The strips of a sheet at a moment, left to right. A plane stays a plane whatever the hand
 * does, and a bent sheet a cylinder: that is what gives it away.
 */
export function stripsAt(motion: PaperMotion, tMs: number, middle: readonly [number, number]) {
  const held = handAt(motion, tMs);
  const edges = Array.from({ length: STRIPS + 1 }, (_, i) => project(held, i / STRIPS - 0.5));
  return edges.slice(1).map(([right, far], i): Strip => {
    const [left, farLeft] = edges[i] ?? [right, far];
    return {
      x: middle[0] + held.x + ((left + right) / 2) * held.scale,
      y: middle[1] + held.y,
      width: (right - left) * held.scale,
      height: ((far + farLeft) / 2) * SHEET.height * held.scale,
    };
  });
}

function handAt(motion: PaperMotion, tMs: number): Held {
  const wave = Math.sin((2 * Math.PI * tMs) / 2400);
  const tremble = Math.sin((2 * Math.PI * tMs) / 310);
  const flat: Held = { x: 2 * wave, y: tremble, scale: 1, tilt: 0, bend: 0 };
  switch (motion) {
    case 'held':
      return flat;
    case 'moved':
      return { ...flat, x: 45 * wave, y: 15 * Math.cos((2 * Math.PI * tMs) / 1700) };
    case 'tilted':
      return { ...flat, tilt: 0.6 * wave };
    case 'bent':
      return { ...flat, bend: 1.6 * wave };
    case 'zoomed':
      return { ...flat, scale: 1 + 0.18 * wave };
    default:
      return motion satisfies never;
  }
}

/** @returns the column of a point of the sheet in pixels from its middle, and its size there. */
function project({ tilt, bend }: Held, along: number): [x: number, size: number] {
  const isFlat = Math.abs(bend) < 1e-3;
  const flatX = isFlat ? along : Math.sin(along * bend) / bend;
  const flatZ = isFlat ? 0 : (1 - Math.cos(along * bend)) / bend;
  const x = flatX * Math.cos(tilt) + flatZ * Math.sin(tilt);
  const z = flatZ * Math.cos(tilt) - flatX * Math.sin(tilt);
  const size = FAR / (FAR + z);
  return [x * size * SHEET.width, size];
}
