import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const IS_TEST = /\.test\.tsx?$/;

/**
 * One hash over names and contents: it changes when what is made from the sources would come out
 * differently, and not when a file is only touched or a test changes.
 *
 * @param root absolute path of the project.
 * @param sources files and folders below it; one that is missing counts as empty.
 */
export function fingerprint(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) {
    for (const file of filesIn(path.join(root, source))) {
      hash.update(`\0${path.relative(root, file)}\0`).update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesIn(entry: string): string[] {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return IS_TEST.test(entry) ? [] : [entry];
  return fs
    .readdirSync(entry)
    .sort()
    .flatMap((name) => filesIn(path.join(entry, name)));
}
