/** @returns NaN for nothing, which no bound passes. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** @returns NaN for nothing. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Ordinary least squares: the coefficients that bring Σ (y − x·b)² to its minimum, by the
 * normal equations and Gaussian elimination with partial pivoting.
 *
 * @param rows one row of regressors an observation, all of one length.
 * @returns undefined when the regressors do not determine the coefficients.
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  y: readonly number[],
): number[] | undefined {
  const size = rows[0]?.length ?? 0;
  const column = (i: number) => rows.map((row) => row[i] ?? NaN);
  const columns = Array.from({ length: size }, (_, i) => column(i));
  return solve(columns.map((own) => [...columns.map((other) => dot(own, other)), dot(own, y)]));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? NaN), 0);
}

/** A pivot that is so small a part of its column's scale is rounding, not information. */
const SINGULAR = 1e-9;

type Line = readonly number[];

/** @param augmented the lines of the matrix, each with its right side at the end. */
function solve(augmented: readonly Line[]): number[] | undefined {
  let lines = augmented;
  for (let column = 0; column < augmented.length; column++) {
    const below = lines.slice(column);
    const largest = Math.max(...below.map((line) => Math.abs(entry(line, column))));
    if (!(largest > SINGULAR * entry(augmented[column], column))) return undefined;
    const from = below.findIndex((line) => Math.abs(entry(line, column)) === largest) + column;
    lines = eliminate(swap(lines, column, from), column);
  }
  return lines.map((line, i) => entry(line, augmented.length) / entry(line, i));
}

function swap(lines: readonly Line[], a: number, b: number): readonly Line[] {
  return lines.map((line, i) => (i === a ? lines[b] : i === b ? lines[a] : line) ?? line);
}

function eliminate(lines: readonly Line[], column: number): readonly Line[] {
  const pivot = lines[column];
  return lines.map((line, row) => {
    if (row === column) return line;
    const factor = entry(line, column) / entry(pivot, column);
    return line.map((value, i) => value - factor * entry(pivot, i));
  });
}

function entry(line: Line | undefined, column: number): number {
  return line?.[column] ?? NaN;
}
