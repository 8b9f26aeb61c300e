/** Harder versions of a photo, the same for both libraries; drawn on the bench's page. */

export const HARMS = ['grey', 'small', 'dim', 'side', 'blur', 'jpeg'] as const;
export type Harm = (typeof HARMS)[number];

/** What happens to the photo with this place in the row; `mixed` gives each the next kind. */
export function harmOf(degrade: Harm | 'mixed' | null, place: number): Harm | null {
  if (degrade !== 'mixed') return degrade;
  return [null, ...HARMS][place % (HARMS.length + 1)] ?? null;
}

/** Longest sides, pixels. */
const SMALL_PX = 150;
const BLURRED_PX = 300;
const PRESSED_PX = 260;
const BLUR_PX = 1.3;
const JPEG_QUALITY = 0.14;
/** Part of the light that is left, and the camera's noise, in values of 0…255. */
const DIM = { light: 0.3, noise: 6 } as const;
/** Light from one side: this part of it reaches the other one. */
const FAR_SIDE = 0.1;

/** @param place of the photo in the row: the light comes from the other side each time. */
export async function degraded(
  photo: HTMLCanvasElement,
  harm: Harm | null,
  place: number,
): Promise<HTMLCanvasElement> {
  switch (harm) {
    case null:
      return photo;
    case 'grey':
      return redrawn(photo, Infinity, 'grayscale(1)');
    case 'small':
      return redrawn(photo, SMALL_PX, 'none');
    case 'blur':
      return redrawn(redrawn(photo, BLURRED_PX, 'none'), Infinity, `blur(${BLUR_PX}px)`);
    case 'jpeg':
      return pressed(redrawn(photo, PRESSED_PX, 'none'));
    case 'dim':
      return dimmed(photo, place);
    case 'side':
      return litFromOneSide(photo, place % 2 === 0);
    default:
      return harm satisfies never;
  }
}

function redrawn(photo: HTMLCanvasElement, longestPx: number, filter: string): HTMLCanvasElement {
  const scale = Math.min(1, longestPx / Math.max(photo.width, photo.height));
  const { canvas, context } = paper(photo.width * scale, photo.height * scale);
  context.imageSmoothingQuality = 'high';
  context.filter = filter;
  context.drawImage(photo, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function pressed(photo: HTMLCanvasElement): Promise<HTMLCanvasElement> {
  const file = await new Promise<Blob | null>((resolve) =>
    photo.toBlob(resolve, 'image/jpeg', JPEG_QUALITY),
  );
  if (!file) throw new Error('no JPEG');
  const { canvas, context } = paper(photo.width, photo.height);
  context.drawImage(await createImageBitmap(file), 0, 0);
  return canvas;
}

function dimmed(photo: HTMLCanvasElement, seed: number): HTMLCanvasElement {
  const { canvas, context } = paper(photo.width, photo.height);
  context.drawImage(photo, 0, 0);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  const random = randomFrom(seed);
  image.data.forEach((value, i) => {
    if (i % 4 === 3) return;
    image.data[i] = value * DIM.light + (random() + random() - 1) * 2.4 * DIM.noise;
  });
  context.putImageData(image, 0, 0);
  return canvas;
}

function litFromOneSide(photo: HTMLCanvasElement, left: boolean): HTMLCanvasElement {
  const { canvas, context } = paper(photo.width, photo.height);
  context.drawImage(photo, 0, 0);
  const light = context.createLinearGradient(0, 0, canvas.width, 0);
  const far = Math.round(FAR_SIDE * 255);
  light.addColorStop(left ? 0.35 : 0.65, '#fff');
  light.addColorStop(left ? 0.6 : 0.4, `rgb(${far}, ${far}, ${far})`);
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = light;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

function paper(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  return { canvas, context };
}

/** Even in 0…1, the same at every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
