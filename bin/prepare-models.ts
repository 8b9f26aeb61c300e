import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type ServedBinary, SERVED_BINARIES } from '@/models/weights';
import { StartFailure } from './launch/failure';

/**
 * Puts the networks' weights and the WASM kernels where the app serves them, each also gzipped:
 * Next compresses no binaries on the way out, and a third of their size is worth it on a phone.
 *
 * @param root absolute path of the project; sources lie in its `node_modules`.
 * @ensures `public/models/` holds exactly these files, with the expected hashes. Files that are
 * right already are left alone, so a running app is not disturbed.
 * @returns how many files were written.
 * @throws StartFailure when a source is missing or is not what it should be.
 */
export function prepareModels(
  root: string,
  binaries: readonly ServedBinary[] = SERVED_BINARIES,
): number {
  const folder = path.join(root, 'public', 'models');
  fs.mkdirSync(folder, { recursive: true });
  const wanted = new Set(
    binaries.flatMap(({ url }) => [path.basename(url), `${path.basename(url)}.gz`]),
  );
  for (const name of fs.readdirSync(folder)) {
    if (!wanted.has(name)) fs.rmSync(path.join(folder, name), { recursive: true });
  }
  const missing = binaries.filter((binary) => !isInPlace(binary, root));
  for (const binary of missing) place(binary, root);
  return missing.length;
}

function place(binary: ServedBinary, root: string): void {
  const source = path.join(root, 'node_modules', binary.source);
  if (!fs.existsSync(source)) {
    throw new StartFailure(`A model file is missing: ${source}; delete node_modules, start again.`);
  }
  const bytes = fs.readFileSync(source);
  if (sha256(bytes) !== binary.sha256) {
    throw new StartFailure(
      `The model file ${source} is not the expected one: delete node_modules and start again.`,
    );
  }
  const target = targetOf(binary, root);
  writeWhole(target, bytes);
  writeWhole(`${target}.gz`, gzipSync(bytes, { level: 9 }));
}

function isInPlace(binary: ServedBinary, root: string): boolean {
  const target = targetOf(binary, root);
  try {
    return (
      sha256(fs.readFileSync(target)) === binary.sha256 &&
      sha256(gunzipSync(fs.readFileSync(`${target}.gz`))) === binary.sha256
    );
  } catch {
    return false;
  }
}

function targetOf(binary: ServedBinary, root: string): string {
  return path.join(root, 'public', binary.url);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** A reader sees the old file or the new one, never half of it. */
function writeWhole(file: string, bytes: Uint8Array): void {
  const draft = `${file}.${String(process.pid)}`;
  fs.writeFileSync(draft, bytes);
  fs.renameSync(draft, file);
}
