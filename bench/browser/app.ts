import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../bin/start', import.meta.url));

export interface RunningApp {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Starts the app as anyone does, on a database and a port of its own.
 *
 * @param say told what `bin/start` prints.
 * @ensures `stop` leaves nothing behind.
 * @throws Error when it ends before it is ready.
 */
export async function startApp(say: (text: string) => void): Promise<RunningApp> {
  const port = await freePort();
  // PostgreSQL runs as another user when this is root, and must be able to enter.
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-bench-'));
  fs.chmodSync(dataDir, 0o711);
  const child = spawn(START, ['--port', String(port), '--data-dir', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  const ready = new Promise<'ready'>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      say(chunk.toString().trimEnd());
      if (chunk.includes('Ready:')) resolve('ready');
    });
  });
  if ((await Promise.race([ready, ended])) === 'ready') return { port, stop };
  await stop();
  throw new Error('The app did not start.');
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
