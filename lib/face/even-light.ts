import type { RgbSquare } from '@/models/rgb';

/** From here on, light from one side is evened out; fully from the second on (`Light.sided`). */
const SIDED_FROM = 0.25;
const SIDED_FULL = 0.45;

/** What part of the shadow is taken away: all of it would take the face's own shape too. */
const STRENGTH_MAX = 0.6;

/** Half the width of the blur that tells light from face, in parts of the chip's side. */
const REACH = 0.16;
/** Added to luma, so that the camera's noise in the dark is not blown up. */
const DARK_LUMA = 6;

/**
 * A chip with light from one side evened out, as the descriptor should see it: each pixel over
 * the light around it (Land's retinex with one wide surround), part of the way. The amount
 * grows with how one-sided the light is, so that a film has no jump; a chip in good light stays
 * as it is.
 *
 * @param sided as `lightOf` measures it on this chip.
 */
export function evenlyLit(chip: RgbSquare, sided: number): RgbSquare {
  const part = (sided - SIDED_FROM) / (SIDED_FULL - SIDED_FROM);
  const strength = STRENGTH_MAX * Math.min(1, Math.max(0, part));
  if (strength === 0) return chip;
  const light = lightAround(chip);
  const usual = Math.exp(light.reduce((sum, value) => sum + Math.log(value), 0) / light.length);
  const gain = light.map((value) => (usual / value) ** strength);
  const rgb = chip.rgb.map((value, i) => value * (gain[Math.floor(i / 3)] ?? 1));
  return { size: chip.size, rgb };
}

/** Luma, blurred so far that no feature of a face is left: two boxes are nearly a Gaussian. */
function lightAround({ size, rgb }: RgbSquare): Float32Array {
  const luma = new Float32Array(size * size);
  for (let i = 0, at = 0; i < luma.length; i += 1, at += 3) {
    const value = 0.299 * (rgb[at] ?? 0) + 0.587 * (rgb[at + 1] ?? 0) + 0.114 * (rgb[at + 2] ?? 0);
    luma[i] = value + DARK_LUMA;
  }
  const reach = Math.round(size * REACH);
  const once = blurred(blurred(luma, size, reach, 1, size), size, reach, size, 1);
  return blurred(blurred(once, size, reach, 1, size), size, reach, size, 1);
}

/** Running mean along rows (`step` 1, `line` size) or columns; edges are repeated. */
function blurred(
  values: Float32Array,
  size: number,
  reach: number,
  step: number,
  line: number,
): Float32Array {
  const out = new Float32Array(values.length);
  for (let row = 0; row < size; row += 1) {
    const start = row * line;
    const at = (place: number): number =>
      values[start + Math.min(size - 1, Math.max(0, place)) * step] ?? 0;
    let sum = 0;
    for (let place = -reach; place <= reach; place += 1) sum += at(place);
    for (let place = 0; place < size; place += 1) {
      out[start + place * step] = sum / (2 * reach + 1);
      sum += at(place + reach + 1) - at(place - reach);
    }
  }
  return out;
}
