/** A face drawn by formula, for tests: enough of one for the networks, and nobody's. */

export interface DrawnFace {
  /** Middle of the face, pixels. */
  readonly x: number;
  readonly y: number;
  /** Half of its width is 0.8 of this, pixels. */
  readonly radius: number;
  /** Clockwise, radians. */
  readonly roll: number;
}

type Colour = readonly [number, number, number];

const WALL: Colour = [90, 110, 130];

/** Parts from the back to the front: centre and half axes of an ellipse, in radii. */
const PARTS: readonly (readonly [number, number, number, number, Colour])[] = [
  [0, 0.05, 0.8, 1.05, [215, 168, 140]],
  [0, -0.95, 0.68, 0.36, [60, 40, 30]],
  [-0.33, -0.12, 0.16, 0.07, [245, 240, 235]],
  [0.33, -0.12, 0.16, 0.07, [245, 240, 235]],
  [-0.33, -0.12, 0.07, 0.07, [40, 25, 20]],
  [0.33, -0.12, 0.07, 0.07, [40, 25, 20]],
  [-0.33, -0.3, 0.22, 0.04, [70, 45, 35]],
  [0.33, -0.3, 0.22, 0.04, [70, 45, 35]],
  [0, 0.1, 0.06, 0.2, [235, 190, 160]],
  [0, 0.25, 0.14, 0.06, [170, 115, 95]],
  [0, 0.55, 0.3, 0.08, [170, 70, 70]],
];

/** The colour of an image with these faces on a plain wall, at a place in pixels. */
export function drawnColour(faces: readonly DrawnFace[], x: number, y: number): Colour {
  for (const face of faces) {
    const cos = Math.cos(face.roll);
    const sin = Math.sin(face.roll);
    const right = (x - face.x) / face.radius;
    const down = (y - face.y) / face.radius;
    const u = right * cos + down * sin;
    const v = down * cos - right * sin;
    const hit = PARTS.filter(
      ([partX, partY, halfX, halfY]) => ((u - partX) / halfX) ** 2 + ((v - partY) / halfY) ** 2 < 1,
    ).at(-1);
    if (hit) return hit[4];
  }
  return WALL;
}
