/** RGBA pixels, rows top to bottom, as ImageData has them. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Half the width and height, rounded down, each pixel the mean of four. */
export function halve({ width, height, data }: Pixels): Pixels {
  const halfWidth = Math.max(1, width >> 1);
  const halfHeight = Math.max(1, height >> 1);
  const half = new Uint8ClampedArray(halfWidth * halfHeight * 4);
  const right = width > 1 ? 4 : 0;
  const below = height > 1 ? width * 4 : 0;
  for (let y = 0; y < halfHeight; y += 1) {
    let from = y * 2 * width * 4;
    let to = y * halfWidth * 4;
    for (let x = 0; x < halfWidth; x += 1, from += 8, to += 4) {
      for (let channel = 0; channel < 4; channel += 1) {
        const at = from + channel;
        const sum =
          (data[at] ?? 0) +
          (data[at + right] ?? 0) +
          (data[at + below] ?? 0) +
          (data[at + below + right] ?? 0);
        half[to + channel] = (sum + 2) >> 2;
      }
    }
  }
  return { width: halfWidth, height: halfHeight, data: half };
}

/**
 * An image and its halves, made when first asked for. Sampling a large image with few points
 * aliases, and aliasing moves a descriptor; so a crop is drawn from the level that is less
 * than twice too fine.
 */
export class Pyramid {
  private readonly levels: Pixels[];

  constructor(readonly base: Pixels) {
    this.levels = [base];
  }

  /** @param step distance between two samples, in pixels of the base image. */
  levelFor(step: number): { readonly pixels: Pixels; readonly factor: number } {
    let level = 0;
    while (step / 2 ** level >= 2 && this.sideOf(level) >= 2) level += 1;
    return { pixels: this.level(level), factor: 2 ** level };
  }

  private level(index: number): Pixels {
    const known = this.levels[index];
    if (known) return known;
    const made = halve(this.level(index - 1));
    this.levels[index] = made;
    return made;
  }

  private sideOf(level: number): number {
    return Math.min(this.base.width, this.base.height) / 2 ** level;
  }
}
