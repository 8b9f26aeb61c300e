import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** One photo of a known person. */
export interface Photo {
  readonly identity: string;
  readonly path: string;
}

/** A sentence for the person at the terminal; anything else that is thrown is a bug. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const EXTENSIONS = new Set(['.jpg', '.jpeg', '.png', '.pgm', '.gif']);

/**
 * All photos of a folder `<identity>/<image>`, in the order of their names.
 *
 * @throws UsageError when there is no such folder, or no photo in it.
 */
export function photosIn(folder: string | undefined, option: string): Photo[] {
  if (!folder) throw new UsageError(`Say where the photos are: ${option} DIR.`);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`There is no folder ${folder}.`);
  }
  const photos = subfolders(folder).flatMap((identity) =>
    imagesIn(join(folder, identity)).map((path) => ({ identity, path })),
  );
  if (photos.length === 0) {
    throw new UsageError(
      `No photos in ${folder}: it should hold <identity>/<image>.jpg, png, pgm or gif.`,
    );
  }
  return photos;
}

/** Links to folders count: a set is often put together from others. */
function subfolders(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort();
}

function imagesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => EXTENSIONS.has(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(folder, name));
}
