import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';

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
 * All photos of a folder `<identity>/<image>`, in the order of their names. Identities may lie
 * deeper (`<set>/<identity>/<image>`): a person is the folder that holds the photos.
 *
 * @throws UsageError when there is no such folder, or no photo in it.
 */
export function photosIn(folder: string | undefined, option: string): Photo[] {
  const root = folderNamed(folder, option);
  return someOf(
    root,
    peopleBelow(root).flatMap((person) =>
      imagesIn(person).map((path) => ({ identity: relative(root, person), path })),
    ),
  );
}

/** As `photosIn`; photos that lie in the folder itself are each a person of the file's name. */
export function facesIn(folder: string | undefined, option: string): Photo[] {
  const root = folderNamed(folder, option);
  const loose = imagesIn(root).map((path) => ({ identity: basename(path, extname(path)), path }));
  return loose.length > 0 ? loose : photosIn(root, option);
}

function folderNamed(folder: string | undefined, option: string): string {
  if (!folder) throw new UsageError(`Say where the photos are: ${option} DIR.`);
  if (!existsSync(folder) || !isFolder(folder)) {
    throw new UsageError(`There is no folder ${folder}.`);
  }
  return folder;
}

function someOf(folder: string, photos: Photo[]): Photo[] {
  if (photos.length > 0) return photos;
  throw new UsageError(
    `No photos in ${folder}: it should hold <identity>/<image>.jpg, png, pgm or gif.`,
  );
}

function peopleBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(isFolder)
    .flatMap((below) => [below, ...peopleBelow(below)]);
}

/** Links to folders count: a set is often put together from others. A dead link is nothing. */
function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function imagesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => EXTENSIONS.has(extname(name).toLowerCase()) && !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name));
}
