import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../bin/start', import.meta.url));

/** A run of `bin/start`, as somebody at a terminal has it. */
export interface Launch {
  readonly child: ChildProcess;
  /** Resolves when "Ready:" is printed, rejects with what was printed when it ends before that. */
  readonly ready: Promise<void>;
  /** The exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  stdout(): string;
  stderr(): string;
  /** SIGTERM, and waits for the end. */
  stop(): Promise<void>;
}

/** @param env added to the environment. */
export function launch(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Launch {
  const child = spawn(START, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.includes('Ready:')) resolve();
    });
    void exited.then(() => reject(new Error(`It did not start:\n${stdout}${stderr}`)));
  });
  // Whoever only waits for the end need not hear that it was never ready.
  ready.catch(() => undefined);
  return {
    child,
    ready,
    exited,
    stdout: () => stdout,
    stderr: () => stderr,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** PostgreSQL runs as another user when this is root, and must be able to enter. */
export function newDataDir(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'smile-launch-'));
  fs.chmodSync(folder, 0o711);
  return folder;
}

export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
