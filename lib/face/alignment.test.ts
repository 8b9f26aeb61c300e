import { describe, expect, it } from 'vitest';
import { alignFace, chipSquare, rollOf, squareAround, squareOfBox } from './alignment';
import { meanLandmarks } from './example-face';
import { apply, type Similarity } from './similarity';

function placed(angleDegrees: number, scale: number): Similarity {
  const angle = (angleDegrees * Math.PI) / 180;
  return { a: scale * Math.cos(angle), b: scale * Math.sin(angle), tx: 310, ty: 205 };
}

describe('alignFace', () => {
  it.each([
    [0, 180],
    [30, 90],
    [-45, 240],
    [170, 60],
  ])('finds a face at %i° of roll and %i px', (angle, scale) => {
    const place = placed(angle, scale);
    const alignment = alignFace(meanLandmarks(place));
    expect(alignment.toImage.a).toBeCloseTo(place.a, 2);
    expect(alignment.toImage.b).toBeCloseTo(place.b, 2);
    expect(alignment.toImage.tx).toBeCloseTo(place.tx, 2);
    expect(alignment.toImage.ty).toBeCloseTo(place.ty, 2);
    expect(alignment.misfit).toBeLessThan(1e-4);
    expect((rollOf(alignment) * 180) / Math.PI).toBeCloseTo(angle, 2);
  });

  it('is not moved by an open mouth, a raised brow or a wide jaw', () => {
    const calm = meanLandmarks(placed(10, 150));
    const lively = calm.slice();
    for (const index of [0, 8, 16, 19, 24, 57, 66]) {
      lively[index * 2 + 1] = (lively[index * 2 + 1] ?? 0) + 40;
    }
    expect(alignFace(lively)).toEqual(alignFace(calm));
  });

  it('tells by its misfit that something is no upright face', () => {
    const face = meanLandmarks(placed(0, 150));
    const torn = face.map((value, i) => value + (i % 4 === 0 ? 40 : -40));
    expect(alignFace(torn).misfit).toBeGreaterThan(0.15);
  });
});

describe('squares around a face', () => {
  it('put the unit face box inside the padding', () => {
    const alignment = alignFace(meanLandmarks(placed(20, 120)));
    const chip = chipSquare(alignment);
    // dlib: (padding + x) / (2·padding + 1) with padding 0.2 on a chip of 150 px.
    const corner = apply(chip, { x: 150 / 7, y: 150 / 7 });
    const opposite = apply(chip, { x: (150 * 6) / 7, y: (150 * 6) / 7 });
    expect(corner.x).toBeCloseTo(310, 2);
    expect(corner.y).toBeCloseTo(205, 2);
    expect(Math.hypot(opposite.x - corner.x, opposite.y - corner.y)).toBeCloseTo(
      120 * Math.SQRT2,
      2,
    );
  });

  it('keep their middle whatever the padding', () => {
    const alignment = alignFace(meanLandmarks(placed(-30, 200)));
    const narrow = apply(squareAround(alignment, 112, 0), { x: 56, y: 56 });
    const wide = apply(squareAround(alignment, 256, 0.32), { x: 128, y: 128 });
    expect(wide.x).toBeCloseTo(narrow.x, 6);
    expect(wide.y).toBeCloseTo(narrow.y, 6);
  });

  it('hold a whole box in the middle', () => {
    const square = squareOfBox({ x: 100, y: 50, width: 60, height: 80 }, 112);
    expect(apply(square, { x: 56, y: 56 })).toEqual({ x: 130, y: 90 });
    expect(square.a * 112).toBe(80);
  });
});
