// @ts-check
import http from 'node:http';
import https from 'node:https';
import { answerRefusal, refuseOnSocket } from './answer-refusal.mjs';
import { refusalOf } from './refusals.mjs';

/**
 * How long and how much a client may send. An answer may take as long as it likes: event streams
 * do.
 */
export const LIMITS = {
  /** From the connection, or the end of the last request, to the end of the headers. */
  headersTimeout: 10_000,
  /** To the end of the body: a capture at 10 kB/s has 30 s. */
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  /** Bytes; the session's cookie is the largest header, at most 4 kB. */
  maxHeaderSize: 16_384,
  /** An empty or wrong host is answered as a problem, by `refusalOf`. */
  requireHostHeader: false,
};

/** A TLS handshake that never comes to its end holds a socket; Node's own limit is two minutes. */
const HANDSHAKE_TIMEOUT_MS = 10_000;

/**
 * TLS 1.2 and 1.3; of 1.2 only ciphers with authenticated encryption and forward secrecy
 * (RFC 9325, 4.2). Node's own list goes on to some without.
 */
const TLS_SETTINGS = {
  minVersion: /** @type {const} */ ('TLSv1.2'),
  honorCipherOrder: true,
  ciphers: [
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'TLS_AES_128_GCM_SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
  ].join(':'),
};

/**
 * A server that hands on only what is proper HTTP for this app, and answers the rest itself.
 *
 * @param {{ key: Buffer, cert: Buffer } | undefined} tls
 * @param {http.RequestListener} handle
 * @param {http.ServerOptions} [limits]
 * @param {Readonly<Record<string, string>>} [headers] of every answer, refusals among them
 */
export function guardedServer(tls, handle, limits = LIMITS, headers = {}) {
  /** @type {WeakMap<import('node:stream').Duplex, http.ServerResponse>} */
  const latest = new WeakMap();
  /** @type {http.RequestListener} */
  const listener = (request, response) => {
    latest.set(request.socket, response);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const refusal = refusalOf(request);
    if (refusal) answerRefusal(response, refusal);
    else return handle(request, response);
  };
  const server = tls
    ? https.createServer(
        { ...limits, ...tls, ...TLS_SETTINGS, handshakeTimeout: HANDSHAKE_TIMEOUT_MS },
        listener,
      )
    : http.createServer(limits, listener);
  server.on('clientError', (error, socket) => {
    const response = latest.get(socket);
    const isAnswering = response?.headersSent && !response.writableFinished;
    // Half an answer is on its way: a second one inside of it would be read as part of it.
    if (isAnswering || ('code' in error && error.code === 'ECONNRESET')) socket.destroy();
    else refuseOnSocket(socket, codeOf(error), headers);
  });
  server.on('connect', (_request, socket) => refuseOnSocket(socket, 'method-not-allowed', headers));
  return server;
}

/** @param {Error} error */
function codeOf(error) {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'request-too-slow';
  return code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'malformed-request';
}
