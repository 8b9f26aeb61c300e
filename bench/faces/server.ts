import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVED_BINARIES } from '@/models/weights';
import { bundlePage } from './bundle';
import { readPgm, toBmp } from './pgm';

const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const PAGE = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export interface BenchServer {
  readonly origin: string;
  /** @returns where the page finds this photo. */
  addressOf(path: string): string;
  close(): void;
}

/**
 * Serves a bench's page, the networks and photos from anywhere, on this machine only.
 *
 * @param page its file, from the repository's root.
 */
export async function startServer(page = 'bench/faces/page.ts'): Promise<BenchServer> {
  const bundle = await bundlePage(page);
  const photos: string[] = [];

  async function answer(path: string): Promise<Uint8Array | string> {
    if (path === '/') return PAGE;
    const script = bundle.get(path);
    if (script) return script;
    const photo = /^\/photo\/(\d+)$/.exec(path)?.[1];
    if (photo) return readPhoto(photos[Number(photo)] ?? '');
    return readFile(packages + packageFile(path));
  }

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://bench').pathname;
    answer(path).then(
      (body) => {
        response.setHeader('content-type', TYPES[extname(path)] ?? 'text/html');
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    addressOf: (path) => `/photo/${photos.push(path) - 1}`,
    close: () => void server.close(),
  };
}

/** Our binaries by their hashed names; face-api's and tfjs' own folders for stock. */
function packageFile(path: string): string {
  const binary = SERVED_BINARIES.find(({ url }) => url === path);
  if (binary) return binary.source;
  return path
    .replace(/^\/face-api\//, '@vladmandic/face-api/model/')
    .replace(/^\/wasm\//, '@tensorflow/tfjs-backend-wasm/dist/');
}

async function readPhoto(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  return extname(path).toLowerCase() === '.pgm' ? toBmp(readPgm(bytes)) : bytes;
}
