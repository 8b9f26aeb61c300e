/** Side of the tile, pixels. */
export const NOISE_TILE = 256;

/** Grains of black and white whose strength gives the deviation on a mid grey. */
export function noiseTile(deviation: number, random: () => number): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = NOISE_TILE;
  tile.height = NOISE_TILE;
  const context = tile.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  const pixels = context.createImageData(NOISE_TILE, NOISE_TILE);
  for (let i = 0; i < pixels.data.length; i += 4) {
    const grain = random() + random() + random() - 1.5;
    pixels.data.fill(grain > 0 ? 255 : 0, i, i + 3);
    pixels.data[i + 3] = Math.abs(grain) * deviation * 4;
  }
  context.putImageData(pixels, 0, 0);
  return tile;
}
