/**
 * A map of the plane that turns, scales and moves, and nothing else:
 * x' = a·x − b·y + tx, y' = b·x + a·y + ty.
 */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One point and where it should come to lie. */
export interface PointPair {
  readonly from: Point;
  readonly to: Point;
}

/**
 * The similarity that brings `from` nearest to `to` in the least-squares sense (Umeyama 1991;
 * in the plane and without reflection it has this closed form).
 *
 * @requires at least two pairs whose `from` points differ.
 */
export function fitSimilarity(pairs: readonly PointPair[]): Similarity {
  const from = mean(pairs.map((pair) => pair.from));
  const to = mean(pairs.map((pair) => pair.to));
  let dot = 0;
  let cross = 0;
  let spread = 0;
  for (const pair of pairs) {
    const x = pair.from.x - from.x;
    const y = pair.from.y - from.y;
    const u = pair.to.x - to.x;
    const v = pair.to.y - to.y;
    dot += x * u + y * v;
    cross += x * v - y * u;
    spread += x * x + y * y;
  }
  const a = dot / spread;
  const b = cross / spread;
  return { a, b, tx: to.x - a * from.x + b * from.y, ty: to.y - b * from.x - a * from.y };
}

export function apply({ a, b, tx, ty }: Similarity, { x, y }: Point): Point {
  return { x: a * x - b * y + tx, y: b * x + a * y + ty };
}

/** @requires a scale other than zero. */
export function invert({ a, b, tx, ty }: Similarity): Similarity {
  const scale = a * a + b * b;
  const inverseA = a / scale;
  const inverseB = -b / scale;
  return {
    a: inverseA,
    b: inverseB,
    tx: -(inverseA * tx - inverseB * ty),
    ty: -(inverseB * tx + inverseA * ty),
  };
}

export function scaleOf({ a, b }: Similarity): number {
  return Math.hypot(a, b);
}

/** Root mean square distance between `to` and the mapped `from`. */
export function residualOf(similarity: Similarity, pairs: readonly PointPair[]): number {
  const squares = pairs.map(({ from, to }) => {
    const mapped = apply(similarity, from);
    return (mapped.x - to.x) ** 2 + (mapped.y - to.y) ** 2;
  });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / pairs.length);
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), {
    x: 0,
    y: 0,
  });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
