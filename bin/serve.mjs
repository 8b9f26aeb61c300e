// @ts-check
/**
 * The app's own server: Next behind plain HTTP or TLS, in one process, so that streams pass as
 * they are. `bin/start` runs it as a child and hears over IPC when it listens or cannot.
 *
 * The port is an argument too, so that a list of processes tells two apps apart.
 * Environment: PORT, HOST, SMILE_DEV=1 for the development server, TLS_KEY_FILE and TLS_CERT_FILE
 * for TLS, TRUST_PROXY=1 when a proxy in front sets the X-Forwarded headers; NEXTAUTH_URL,
 * SMILE_LAN_ADDRESSES and SMILE_HOSTS name the hosts that it answers to.
 */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { answerRefusal } from './launch/answer-refusal.mjs';
import { guardedServer, LIMITS } from './launch/guarded-server.mjs';
import { outliveReaders } from './launch/lost-readers.mjs';
import { secureHeaders } from './launch/secure-headers.mjs';
import { nameType } from './launch/name-type.mjs';
import { isServedHost, servedHosts } from './launch/served-hosts.mjs';
import { stateAddress } from './launch/state-address.mjs';
import { turnAwayFloods } from './launch/turn-away.mjs';
import { passHotReload, upgradesForNext } from './launch/upgrades.mjs';
import { explainWrongMethod } from './launch/wrong-method.mjs';

const GRACE_MS = 2_000;

outliveReaders();

const { PORT, HOST = '127.0.0.1', SMILE_DEV, TLS_KEY_FILE, TLS_CERT_FILE } = process.env;
const port = Number(PORT);
const hosts = servedHosts(process.env);

/** @param {{ kind: 'listening' } | { kind: 'failed', code: string }} message */
function tellParent(message) {
  process.send?.(message);
}

/** @type {import('node:http').RequestListener} */
let handle = (_request, response) => answerRefusal(response, 'unavailable');

const serveSome = turnAwayFloods((request, response) => handle(request, response));

const tls =
  TLS_KEY_FILE && TLS_CERT_FILE
    ? { key: fs.readFileSync(TLS_KEY_FILE), cert: fs.readFileSync(TLS_CERT_FILE) }
    : undefined;

/** @type {import('node:http').RequestListener} */
const serveAny = (request, response) => {
  if (process.env.TRUST_PROXY !== '1') stateAddress(request);
  if (!isServedHost(request.headers, hosts)) return answerRefusal(response, 'host-unknown');
  explainWrongMethod(response);
  nameType(response);
  return serveSome(request, response);
};
const server = guardedServer(tls, serveAny, LIMITS, secureHeaders(process.env));

let stopping = false;
/** Lets running requests finish; event streams never do, so they are cut after a moment. */
function stop() {
  if (stopping) return;
  stopping = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// The parent was killed: without it this server would hold the port, which a new start needs.
process.on('disconnect', () => process.exit(1));

server.on('error', (error) => {
  tellParent({ kind: 'failed', code: 'code' in error ? String(error.code) : error.message });
  process.exitCode = 1;
});

const forNext = upgradesForNext();
if (SMILE_DEV === '1') passHotReload(server, forNext);
const app = next({
  dev: SMILE_DEV === '1',
  dir: fileURLToPath(new URL('..', import.meta.url)),
  hostname: HOST,
  port,
  httpServer: forNext,
});
await app.prepare();
handle = app.getRequestHandler();
server.listen({ port, host: HOST }, () => tellParent({ kind: 'listening' }));
