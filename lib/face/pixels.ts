/** RGBA pixels, rows top to bottom, as ImageData has them. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Every second byte of a pixel, so that two channels can be summed at once. */
const EVEN_BYTES = 0x00ff00ff;
/** Half of what the sum of four is divided by, in both. */
const ROUNDING = 0x00020002;

/** Half the width and height, rounded down, each pixel the mean of four. */
export function halve(image: Pixels): Pixels {
  const { width, height } = image;
  const halfWidth = Math.max(1, width >> 1);
  const halfHeight = Math.max(1, height >> 1);
  const whole = wholePixels(image.data);
  const half = new Uint32Array(halfWidth * halfHeight);
  const right = width > 1 ? 1 : 0;
  const below = height > 1 ? width : 0;
  for (let y = 0; y < halfHeight; y += 1) {
    let at = y * 2 * width;
    let to = y * halfWidth;
    for (let x = 0; x < halfWidth; x += 1, at += 2, to += 1) {
      const a = whole[at] ?? 0;
      const b = whole[at + right] ?? 0;
      const c = whole[at + below] ?? 0;
      const d = whole[at + below + right] ?? 0;
      // A sum of four bytes has ten bits, and sixteen to be in.
      const even =
        (a & EVEN_BYTES) + (b & EVEN_BYTES) + (c & EVEN_BYTES) + (d & EVEN_BYTES) + ROUNDING;
      const odd =
        ((a >>> 8) & EVEN_BYTES) +
        ((b >>> 8) & EVEN_BYTES) +
        ((c >>> 8) & EVEN_BYTES) +
        ((d >>> 8) & EVEN_BYTES) +
        ROUNDING;
      half[to] = ((even >>> 2) & EVEN_BYTES) | (((odd >>> 2) & EVEN_BYTES) << 8);
    }
  }
  return { width: halfWidth, height: halfHeight, data: new Uint8ClampedArray(half.buffer) };
}

/** The same bytes, four at a time. */
function wholePixels(data: Uint8ClampedArray): Uint32Array {
  const { buffer, byteOffset, length } = pixelAligned(data);
  return new Uint32Array(buffer, byteOffset, length >> 2);
}

function pixelAligned(data: Uint8ClampedArray): Uint8ClampedArray {
  return data.byteOffset % 4 === 0 ? data : data.slice();
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
