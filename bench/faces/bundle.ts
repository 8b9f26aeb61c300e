import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** tfjs' WASM glue asks for these only in Node. */
const NODE_ONLY = ['fs', 'path', 'os', 'crypto', 'util', 'worker_threads', 'perf_hooks'];

/** esbuild does not follow a worker's address, as Next's bundler does. */
const workerAddress: Plugin = {
  name: 'worker-address',
  setup(esbuild) {
    esbuild.onLoad({ filter: /lib\/face\/side\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replace("'./worker.ts'", "'./worker.js'"), loader: 'ts' };
    });
  },
};

/**
 * A bench's page with all that it needs, the engine's worker and the one that examines pictures, by
 * the names they are served under: `/page.js`, `/worker.js` and `/still-worker.js`.
 *
 * @param page its file, from the repository's root.
 */
export async function bundlePage(page: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: {
      page: root + page,
      worker: `${root}lib/face/worker.ts`,
      'still-worker': `${root}bench/faces/still-worker.ts`,
    },
    outdir: '/',
    write: false,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    external: NODE_ONLY,
    alias: { '@': root.replace(/\/$/, '') },
    plugins: [workerAddress],
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]));
}
