import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { descriptorOf } from '@/lib/liveness/evidence.fixture';
import { euclidean } from '@/lib/recognition/descriptor';
import { areaUnderRoc, drawnPeople } from '../recognition/drawn-people.fixture';
import { makeTransform, transform, untransform } from './transform';

const [seed, otherSeed] = [randomBytes(32), randomBytes(32)];
const [key, otherKey] = [makeTransform(seed), makeTransform(otherSeed)];
const people = drawnPeople(120, 2, 1);
const faces = people.flat();

describe('a keyed transform', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(makeTransform(seed)).toEqual(key);
    expect(makeTransform(otherSeed).matrix).not.toEqual(key.matrix);
  });

  it('has orthonormal rows and an offset of length 10', () => {
    const row = (i: number) => key.matrix.subarray(i * 128, (i + 1) * 128);
    const dot = (a: Float64Array, b: Float64Array) =>
      a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
    for (let i = 0; i < 128; i++) {
      for (let j = 0; j <= i; j++) {
        expect(Math.abs(dot(row(i), row(j)) - (i === j ? 1 : 0))).toBeLessThan(1e-12);
      }
    }
    expect(Math.hypot(...key.offset)).toBeCloseTo(10, 10);
  });

  it('keeps every distance to 1e-6', () => {
    const images = faces.map((face) => transform(key, face));
    const errors = faces.flatMap((a, i) =>
      faces.map((b, j) => {
        const [p, q] = [images[i], images[j]];
        return p && q ? Math.abs(euclidean(a, b) - euclidean(p, q)) : NaN;
      }),
    );
    expect(Math.max(...errors)).toBeLessThan(1e-6);
  });

  it('can be undone by who has the key', () => {
    const face = descriptorOf(1);
    const back = untransform(key, transform(key, face));
    expect(euclidean(face, back)).toBeLessThan(1e-6);
    expect(euclidean(face, untransform(otherKey, transform(key, face)))).toBeGreaterThan(5);
  });
});

describe('what two keys leave to link the enrolments of a person by', () => {
  /** Of a score that should be smaller for the same person: 0.5 is a coin. */
  const auc = (score: (a: Float32Array, b: Float32Array) => number) => {
    const same = people.map(([a, b]) => (a && b ? score(a, b) : NaN));
    const different = people.map(([a], i) => {
      const b = people[(i + 1) % people.length]?.[1];
      return a && b ? score(a, b) : NaN;
    });
    return areaUnderRoc(same, different);
  };
  const norm = (a: Float32Array) => Math.hypot(...a);

  it('under one key: everything', () => {
    expect(auc((a, b) => euclidean(transform(key, a), transform(key, b)))).toBeGreaterThan(0.99);
  });

  it('across keys: neither the distance nor the norm', () => {
    const across = auc((a, b) => euclidean(transform(key, a), transform(otherKey, b)));
    const byNorm = auc((a, b) => Math.abs(norm(transform(key, a)) - norm(transform(otherKey, b))));
    for (const value of [across, byNorm]) {
      expect(value).toBeGreaterThan(0.35);
      expect(value).toBeLessThan(0.65);
    }
  });

  it('without the offset the norm would tell', () => {
    expect(auc((a, b) => Math.abs(norm(a) - norm(b)))).toBeGreaterThan(0.65);
  });
});
