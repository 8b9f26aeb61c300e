import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const bundled = new Map<string, Promise<string>>();

/** A file of this folder and what it imports, as one script for the page. */
export function bundle(file: string): Promise<string> {
  const known = bundled.get(file) ?? bundleAnew(file);
  bundled.set(file, known);
  return known;
}

async function bundleAnew(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles.map(({ text }) => text).join('\n');
}
