import { describe, expect, it } from 'vitest';
import { headSeen } from '../schematic-face.fixture';
import { BROWS, EYES, fitHomography, MOUTH, normalised, NOSE, project, residual } from './shape';

const REST = [...BROWS, ...EYES, ...NOSE];
const calm = headSeen({ smile: 0, turn: 0 }, 1).flat();
const smiling = headSeen({ smile: 1, turn: 0 }, 1).flat();

/** A sheet that is tilted, moved and zoomed: a plane seen by a pinhole. */
function tilted(points: readonly number[], tilt: number): number[] {
  return points.map((_, i) => {
    const [x, y] = i % 2 === 0 ? [points[i], points[i + 1]] : [points[i - 1], points[i]];
    const depth = 6 + (x ?? 0) * Math.sin(tilt);
    const seen = i % 2 === 0 ? (x ?? 0) * Math.cos(tilt) : (y ?? 0);
    return 3 + (5 * seen) / depth;
  });
}

describe('what a plane can explain', () => {
  it.each([-0.7, -0.2, 0.3, 0.8])('is all that tilting a sheet by %d does', (tilt) => {
    const seen = tilted(calm, tilt);
    const plane = fitHomography(calm, seen, REST);
    if (!plane) throw new Error('no plane');
    expect(residual(plane, calm, seen, MOUTH)).toBeLessThan(1e-9);
    const [u, v] = project(plane, [calm[60] ?? NaN, calm[61] ?? NaN]);
    expect(u).toBeCloseTo(seen[60] ?? NaN, 9);
    expect(v).toBeCloseTo(seen[61] ?? NaN, 9);
  });

  it('is not a smile, tilted or not', () => {
    for (const tilt of [0, 0.5]) {
      const seen = tilted(smiling, tilt);
      const plane = fitHomography(calm, seen, REST);
      if (!plane) throw new Error('no plane');
      expect(residual(plane, calm, seen, REST)).toBeLessThan(1e-9);
      expect(residual(plane, calm, seen, MOUTH)).toBeGreaterThan(0.03);
    }
  });

  it('needs points that span a plane', () => {
    const line = Array.from({ length: 136 }, (_, i) => (i % 2 === 0 ? i : 2 * i + 1));
    expect(fitHomography(line, line, REST)).toBeUndefined();
  });
});

describe('a normalised shape', () => {
  it('knows no place, size or roll', () => {
    const [cos, sin] = [Math.cos(0.4) * 70, Math.sin(0.4) * 70];
    const elsewhere = calm.map((_, i) => {
      const [x = 0, y = 0] = calm.slice(i - (i % 2), i - (i % 2) + 2);
      return i % 2 === 0 ? 200 + cos * x - sin * y : 90 + sin * x + cos * y;
    });
    normalised(elsewhere).forEach((value, i) => {
      expect(value).toBeCloseTo(normalised(calm)[i] ?? NaN, 9);
    });
  });
});
