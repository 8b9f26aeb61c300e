import { apply, type Point, type Similarity } from '@/lib/face/similarity';

/** First `inner`, then `outer`. */
export function compose(outer: Similarity, inner: Similarity): Similarity {
  const { x, y } = apply(outer, { x: inner.tx, y: inner.ty });
  return {
    a: outer.a * inner.a - outer.b * inner.b,
    b: outer.a * inner.b + outer.b * inner.a,
    tx: x,
    ty: y,
  };
}

/** Turns clockwise (y down) about a point. @param angle radians. */
export function turnedBy(angle: number, { x, y }: Point): Similarity {
  const a = Math.cos(angle);
  const b = Math.sin(angle);
  return { a, b, tx: x - a * x + b * y, ty: y - b * x - a * y };
}
