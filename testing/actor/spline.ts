import type { Point } from './raster';

/** A smooth function of the plane with `n` values a point. */
export type Surface = (x: number, y: number) => readonly number[];

/**
 * The thin-plate spline through `values` at `points`: the interpolation that bends least
 * (Duchon 1977; Bookstein 1989, "Principal warps"). Flat or sloping data stay exactly so.
 *
 * @requires different points, at least three not on one line; as many values as points, each
 *   of the same length.
 * @ensures surface(points[i]) = values[i], up to rounding.
 * @throws RangeError when the points do not determine a surface.
 */
export function thinPlate(
  points: readonly Point[],
  values: readonly (readonly number[])[],
): Surface {
  const n = points.length;
  const channels = values[0]?.length ?? 0;
  const rows = points.map(([x, y], i) => [
    ...points.map(([u, v]) => bend(x - u, y - v)),
    ...[1, x, y],
    ...(values[i] ?? []),
  ]);
  const zeros = Array.from({ length: 3 + channels }, () => 0);
  rows.push([...points.map(() => 1), ...zeros]);
  rows.push([...points.map(([x]) => x), ...zeros]);
  rows.push([...points.map(([, y]) => y), ...zeros]);
  const weights = solve(rows, channels);
  return (x, y) => {
    const sums = new Array<number>(channels).fill(0);
    for (let i = 0; i < n + 3; i++) {
      const at = points[i];
      const basis = at ? bend(x - at[0], y - at[1]) : i === n ? 1 : i === n + 1 ? x : y;
      for (let c = 0; c < channels; c++) sums[c] = (sums[c] ?? 0) + basis * (weights[i]?.[c] ?? 0);
    }
    return sums;
  };
}

/** r² ln r², the spline's kernel. */
function bend(dx: number, dy: number): number {
  const square = dx * dx + dy * dy;
  return square === 0 ? 0 : square * Math.log(square);
}

/**
 * Gaussian elimination with partial pivoting, in place.
 *
 * @param rows a square matrix with `channels` right-hand sides appended to every row.
 * @returns for every unknown its value in each channel.
 */
function solve(rows: number[][], channels: number): number[][] {
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    const best = pivot(rows, k);
    const row = rows[best] ?? [];
    if (Math.abs(row[k] ?? 0) < 1e-9) throw new RangeError('the points do not span a plane');
    rows[best] = rows[k] ?? [];
    rows[k] = row;
    for (let i = k + 1; i < n; i++) addMultiple(rows[i] ?? [], row, k);
  }
  const solved = rows.map(() => new Array<number>(channels).fill(0));
  for (let k = n - 1; k >= 0; k--) {
    const row = rows[k] ?? [];
    for (let c = 0; c < channels; c++) {
      let rest = row[n + c] ?? 0;
      for (let j = k + 1; j < n; j++) rest -= (row[j] ?? 0) * (solved[j]?.[c] ?? 0);
      (solved[k] ?? [])[c] = rest / (row[k] ?? 1);
    }
  }
  return solved;
}

function pivot(rows: readonly number[][], column: number): number {
  let best = column;
  for (let i = column + 1; i < rows.length; i++) {
    if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = i;
  }
  return best;
}

/** Clears `column` of `row` with the help of `pivotRow`. */
function addMultiple(row: number[], pivotRow: readonly number[], column: number): void {
  const factor = (row[column] ?? 0) / (pivotRow[column] ?? 1);
  if (factor === 0) return;
  for (let j = column; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivotRow[j] ?? 0);
}
