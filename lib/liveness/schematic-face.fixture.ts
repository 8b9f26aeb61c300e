import type { Point } from './geometry';

/**
 * A head that can be computed: 68 points in space, in eye distances from the middle of the
 * eyes (x to the image's right, y down, z towards the camera), roughly an average person's.
 */
type Point3 = readonly [x: number, y: number, z: number];

const REST: readonly Point3[] = [
  ...times(17, (i): Point3 => {
    const angle = Math.PI * (1 - i / 16);
    const [along, down] = [Math.cos(angle), Math.sin(angle)];
    return [1.02 * along, 0.1 + 1.8 * down, -0.7 * Math.abs(along)];
  }),
  ...[-1, 1].flatMap((side) =>
    times(5, (i): Point3 => {
      const x = side * (side < 0 ? 0.9 - 0.16 * i : 0.26 + 0.16 * i);
      return [x, -0.35 - 0.05 * Math.sin((i / 4) * Math.PI), 0.18 - 0.4 * (Math.abs(x) - 0.2)];
    }),
  ),
  ...times(4, (i): Point3 => [0, 0.05 + 0.17 * i, [0.2, 0.32, 0.45, 0.57][i] ?? 0]),
  ...times(5, (i): Point3 => [-0.25 + 0.125 * i, 0.72, 0.4 - 0.05 * Math.abs(i - 2)]),
  ...[-0.5, 0.5].flatMap((middle) =>
    times(6, (i): Point3 => {
      const angle = Math.PI + (i * Math.PI) / 3;
      return [middle + 0.17 * Math.cos(angle), 0.07 * Math.sin(angle), -0.02];
    }),
  ),
  ...lips(12, 0.38, 0.14),
  ...lips(8, 0.3, 0.04),
];

const FIRST_LIP = 48;

/** What the head does; 0 is at rest. */
export interface HeadPose {
  /** 1 is a plain smile. */
  readonly smile: number;
  /** Radians to the own left, which is the image's right. */
  readonly turn: number;
}

/** @param depth 1 for a head, 0 for a picture of one on a flat sheet. @returns 68 points. */
export function headSeen({ smile, turn }: HeadPose, depth: number): Point[] {
  return REST.map(([x, y, z], i): Point => {
    const lip = i >= FIRST_LIP ? smile : 0;
    const wide = x * (1 + 0.2 * lip);
    const up = 0.1 * lip * (Math.abs(x) / 0.38);
    return [wide * Math.cos(turn) + z * depth * Math.sin(turn), y - up];
  });
}

function lips(count: number, halfWidth: number, halfHeight: number): Point3[] {
  return times(count, (i) => {
    const angle = Math.PI + (i * 2 * Math.PI) / count;
    const along = Math.cos(angle);
    return [halfWidth * along, 1.15 + halfHeight * Math.sin(angle), 0.34 - 0.3 * Math.abs(along)];
  });
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}
