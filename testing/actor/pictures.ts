import type { Reel } from './reel';

/** A reel whose pictures are decoded; every list starts at rest. */
export interface Pictures {
  readonly smile: readonly ImageBitmap[];
  readonly left: readonly ImageBitmap[];
  readonly right: readonly ImageBitmap[];
}

/** Decodes a reel, in the page. */
export async function develop({ smile, left, right }: Reel): Promise<Pictures> {
  return { smile: await all(smile), left: await all(left), right: await all(right) };
}

/** One after the other, so that the page's own work is never held up for long. */
async function all(list: readonly string[]): Promise<ImageBitmap[]> {
  const pictures: ImageBitmap[] = [];
  for (const base64 of list) pictures.push(await decode(base64));
  return pictures;
}

/** From bytes, not from a URL, so that no content security policy stands in the way. */
function decode(base64: string): Promise<ImageBitmap> {
  const raw = atob(base64);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
}
