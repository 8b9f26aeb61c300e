import { createRequire } from 'node:module';
import type * as Usearch from 'usearch';
import { DESCRIPTOR_LENGTH, type Descriptor } from '@/lib/recognition/descriptor';
import { logFault } from '../log';

/** The nearest rows of a matrix, nearest first; distances are squared. */
export type Search = (
  rows: Float32Array,
  query: Descriptor,
  count: number,
) => { readonly row: number; readonly squared: number }[];

const N = DESCRIPTOR_LENGTH;

/** A search, and which of the two it is: whoever measures must know. */
export interface NamedSearch {
  readonly name: 'usearch' | 'loop';
  readonly search: Search;
}

/**
 * usearch's exact search: SIMD, about five times faster than the loop. Where there is no binary for
 * this machine the loop stands in, with the same answers.
 */
export function fastestSearch(): NamedSearch {
  try {
    // Its module for `import` looks for the binary by a stack trace, which other packages change;
    // the one for `require` knows its own folder.
    const usearch = createRequire(import.meta.url)('usearch') as typeof Usearch;
    const { exactSearch, MetricKind } = usearch;
    const search: Search = (rows, query, count) => {
      const { keys, distances } = exactSearch(rows, query, N, count, MetricKind.L2sq, 1);
      return Array.from(distances, (squared, i) => ({ row: Number(keys[i]), squared }));
    };
    return { name: 'usearch', search };
  } catch (error) {
    logFault('face-index', error);
    return { name: 'loop', search: loopSearch };
  }
}

/** @requires count ≥ 1 */
export const loopSearch: Search = (rows, query, count) => {
  const nearest: { row: number; squared: number }[] = [];
  let bound = Infinity;
  for (let row = 0; row < rows.length / N; row++) {
    const squared = squaredWithin(rows, row, query, bound);
    if (!(squared < bound)) continue;
    const at = nearest.findIndex((other) => other.squared > squared);
    nearest.splice(at < 0 ? nearest.length : at, 0, { row, squared });
    if (nearest.length > count) nearest.pop();
    if (nearest.length === count) bound = nearest[count - 1]?.squared ?? Infinity;
  }
  return nearest;
};

/** @returns the squared distance, or something beyond the bound as soon as it is passed */
export function squaredWithin(
  rows: Float32Array,
  row: number,
  query: Descriptor,
  bound: number,
): number {
  let sum = 0;
  const from = row * N;
  for (let start = 0; start < N; start += 16) {
    for (let i = start; i < start + 16; i++) {
      const difference = (rows[from + i] ?? 0) - (query[i] ?? 0);
      sum += difference * difference;
    }
    if (sum > bound) return sum;
  }
  return sum;
}
