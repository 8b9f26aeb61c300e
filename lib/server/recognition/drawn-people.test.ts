import { expect, it } from 'vitest';
import { euclidean } from '@/lib/recognition/descriptor';
import { drawnPeople } from './drawn-people.fixture';

const quantile = (sorted: Float64Array, part: number) => sorted[Math.floor(sorted.length * part)];

it('drawn people are as far apart as measured ones', () => {
  const people = drawnPeople(3_000, 2, 7);
  const within = Float64Array.from(people, ([a, b]) => (a && b ? euclidean(a, b) : NaN)).sort();
  const between = Float64Array.from({ length: 300_000 }, (_, i) => {
    const [a, b] = [
      people[i % 3_000]?.[0],
      people[(i * 7 + 1 + Math.floor(i / 3_000)) % 3_000]?.[0],
    ];
    return a && b && a !== b ? euclidean(a, b) : 1;
  }).sort();
  expect(quantile(within, 0.5)).toBeCloseTo(0.31, 1);
  expect(quantile(within, 0.93)).toBeGreaterThan(0.4);
  expect(quantile(within, 0.93)).toBeLessThan(0.55);
  expect(quantile(between, 0.5)).toBeGreaterThan(0.75);
  expect(quantile(between, 0.013)).toBeGreaterThan(0.5);
  expect(quantile(between, 0.013)).toBeLessThan(0.7);
  const norms = Float64Array.from(people, ([a]) => Math.hypot(...(a ?? []))).sort();
  expect(quantile(norms, 0.05)).toBeGreaterThan(1.2);
  expect(quantile(norms, 0.95)).toBeLessThan(1.8);
});
