import type { Box } from './landmarks';
import type { Pixels } from './pixels';

/** Samples along each side of the frame: enough for a mean, too few to cost anything. */
const COLUMNS = 32;
const ROWS = 24;

/** Hair and ears around the landmarks' box, in its widths and heights. */
const HEAD = { beside: 0.45, above: 0.7 } as const;

/**
 * Mean colour of what lies above and beside the head, RGB 0…255: what the light of the screen
 * hardly reaches. Below the chin are clothes, which are no background.
 *
 * @returns black when the head fills the frame.
 */
export function backgroundOf({ width, height, data }: Pixels, face: Box): [number, number, number] {
  const left = face.x - HEAD.beside * face.width;
  const right = face.x + (1 + HEAD.beside) * face.width;
  const top = face.y - HEAD.above * face.height;
  const chin = face.y + face.height;
  const sums: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let row = 0; row < ROWS; row += 1) {
    const y = Math.floor(((row + 0.5) * height) / ROWS);
    if (y > chin) break;
    for (let column = 0; column < COLUMNS; column += 1) {
      const x = Math.floor(((column + 0.5) * width) / COLUMNS);
      if (y > top && x > left && x < right) continue;
      const at = (y * width + x) * 4;
      sums[0] += data[at] ?? 0;
      sums[1] += data[at + 1] ?? 0;
      sums[2] += data[at + 2] ?? 0;
      count += 1;
    }
  }
  const of = Math.max(1, count);
  return [sums[0] / of, sums[1] / of, sums[2] / of];
}
