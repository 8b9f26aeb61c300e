import fs from 'node:fs';
import path from 'node:path';
import { runNode } from './command';
import { StartFailure } from './failure';
import { fingerprint } from './fingerprint';
import type { Stoppers } from './stoppers';

/** `.next` takes about 100 MB, its cache as much again. */
const FREE_BYTES_MIN = 300 * 2 ** 20;

/** Something that is made from sources, and need not be made again while they are the same. */
interface Product {
  /** As in "Building stopped: …". */
  readonly title: string;
  readonly sources: readonly string[];
  /** A file that is there once it is made. */
  readonly proof: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export const DATABASE_CLIENT: Product = {
  title: 'Generating the database client',
  sources: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
  proof: 'lib/server/db/generated/client.ts',
  script: 'node_modules/prisma/build/index.js',
  args: ['generate'],
  // `generate` does not use the engine but would download it; any program stands in.
  env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
};

export const APP: Product = {
  title: 'Building',
  sources: [
    'app',
    'components',
    'lib',
    'models',
    'public',
    'prisma/schema.prisma',
    'instrumentation.ts',
    'next.config.js',
    'package.json',
    'postcss.config.mjs',
    'proxy.ts',
    'tsconfig.json',
    'package-lock.json',
  ],
  proof: '.next/BUILD_ID',
  script: 'node_modules/next/dist/bin/next',
  args: ['build'],
  env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
};

/**
 * @ensures the product is there and made from the sources as they are now.
 * @param announce called before the work, and only when there is some.
 * @throws StartFailure when making it fails, with what it printed.
 */
export async function make(
  product: Product,
  root: string,
  stoppers: Stoppers,
  announce: () => void,
): Promise<void> {
  const stamp = path.join(root, 'node_modules/.cache/smile-to-pay', path.basename(product.proof));
  const current = fingerprint(root, product.sources);
  if (fs.existsSync(path.join(root, product.proof)) && readIfPresent(stamp) === current) return;

  announce();
  requireRoom(root);
  fs.rmSync(stamp, { force: true });
  await runNode(
    {
      title: product.title,
      script: path.join(root, product.script),
      args: product.args,
      env: { ...process.env, ...product.env },
    },
    stoppers,
  );
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, current);
}

function readIfPresent(file: string): string | undefined {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
}

function requireRoom(root: string): void {
  const { bavail, bsize } = fs.statfsSync(root);
  if (bavail * bsize >= FREE_BYTES_MIN) return;
  throw new StartFailure(
    `The disk under ${root} is nearly full: building needs ${String(FREE_BYTES_MIN / 2 ** 20)} MB.`,
  );
}
