import type { RgbSquare } from '@/models/rgb';

/** How bright the light parts of a picture should be, 0…255. */
const WHITE = 230;
/** From here on a picture is bright enough, and stays as it is. */
const WHITE_ENOUGH = 200;
/** This part of the values may be brighter: a lamp in the picture must not decide how bright the face is. */
const BEYOND_WHITE = 0.03;
/** More would only show the camera's noise. */
const GAIN_MAX = 8;
/** Every so many values count; neighbours are alike. */
const STRIDE = 5;

/**
 * A dark picture as it would look in more light. For finding faces and landmarks, whose networks
 * know lit faces; never for what is measured or described.
 */
export function brightened(image: RgbSquare): RgbSquare {
  const white = whiteOf(image.rgb);
  if (white >= WHITE_ENOUGH) return image;
  const gain = Math.min(GAIN_MAX, WHITE / Math.max(1, white));
  const curve = Uint8ClampedArray.from({ length: 256 }, (_, value) => value * gain);
  return { size: image.size, rgb: image.rgb.map((value) => curve[value] ?? value) };
}

/** The value that only `BEYOND_WHITE` of all exceed. */
function whiteOf(rgb: Uint8ClampedArray): number {
  const counts = new Uint32Array(256);
  let total = 0;
  for (let i = 0; i < rgb.length; i += STRIDE) {
    counts[rgb[i] ?? 0] = (counts[rgb[i] ?? 0] ?? 0) + 1;
    total += 1;
  }
  let white = 255;
  for (let beyond = counts[white] ?? 0; white > 0 && beyond <= total * BEYOND_WHITE;) {
    white -= 1;
    beyond += counts[white] ?? 0;
  }
  return white;
}
