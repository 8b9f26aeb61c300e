import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Certificate } from './certificate';
import { StartFailure } from './failure';
import { portSentence } from './port';
import type { Stoppers } from './stoppers';

const HEALTH_TIMEOUT_MS = 30_000;
const HEALTH_INTERVAL_MS = 100;
/** `bin/serve.mjs` gives running requests 2 s. */
const STOP_TIMEOUT_MS = 5_000;

export interface ServerSettings {
  readonly root: string;
  readonly port: number;
  readonly host: string;
  readonly certificate: Certificate | undefined;
  readonly env: NodeJS.ProcessEnv;
}

type ServerMessage = { kind: 'listening' } | { kind: 'failed'; code: string };

/**
 * Starts the app's server and waits until it can take a payment.
 *
 * @returns `ended` resolves when the server ends by itself, which it should not.
 * @throws StartFailure when it cannot listen or does not become healthy.
 */
export async function serve(
  settings: ServerSettings,
  stoppers: Stoppers,
): Promise<{ ended: Promise<void> }> {
  const child = spawn(
    process.execPath,
    [path.join(settings.root, 'bin/serve.mjs'), String(settings.port)],
    {
      cwd: settings.root,
      env: {
        ...settings.env,
        PORT: String(settings.port),
        HOST: settings.host,
        TLS_KEY_FILE: settings.certificate?.keyFile,
        TLS_CERT_FILE: settings.certificate?.certFile,
      },
      // A group of its own: Ctrl-C reaches this process only, which stops things in order.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const forget = stoppers.add(() => stopChild(child, ended));
  void ended.then(forget);
  await listening(child, settings.port);
  await healthy(settings);
  return { ended };
}

async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await (child.exitCode === null && child.signalCode === null ? ended : undefined);
  clearTimeout(killer);
}

function listening(child: ChildProcess, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: ServerMessage) => {
      if (message.kind === 'listening') resolve();
      else reject(new StartFailure(portSentence(port, message.code)));
    });
    child.once('exit', () => {
      reject(new StartFailure('The server ended while starting: see the lines above.'));
    });
  });
}

async function healthy(settings: ServerSettings): Promise<void> {
  const giveUpAt = Date.now() + HEALTH_TIMEOUT_MS;
  for (;;) {
    const { status, body } = await getHealth(settings);
    if (status === 200) return;
    if (Date.now() > giveUpAt) {
      throw new StartFailure(`The app started but cannot take payments: ${body.trim()}`);
    }
    await sleep(HEALTH_INTERVAL_MS);
  }
}

function getHealth(settings: ServerSettings): Promise<{ status: number; body: string }> {
  const { port, certificate } = settings;
  const where = { host: '127.0.0.1', port, path: '/api/health' };
  return new Promise((resolve) => {
    const read = (response: http.IncomingMessage) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    };
    const request = certificate
      ? https.get({ ...where, ca: fs.readFileSync(certificate.certFile) }, read)
      : http.get(where, read);
    request.on('error', (error) => resolve({ status: 0, body: error.message }));
  });
}
