/** A square RGB image as the networks take it: `size` × `size` pixels, interleaved, 0…255. */
export interface RgbSquare {
  readonly size: number;
  readonly rgb: Uint8ClampedArray;
}
