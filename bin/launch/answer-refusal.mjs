// @ts-check
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { METHODS, REFUSALS } from './refusals.mjs';

/** @typedef {import('./refusals.mjs').Refusal} Refusal */

/**
 * A problem (RFC 9457), as lib/server/http/problem.ts makes them. The connection ends with it,
 * because a body that nobody wanted may still be on its way.
 *
 * @param {Refusal} code
 */
export function problemOf(code) {
  const { status, title, ...extra } = REFUSALS[code];
  const type = `/docs/problems#${code}`;
  const body = JSON.stringify({ type, title, status, code, requestId: randomUUID(), ...extra });
  const headers = {
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
    ...(code === 'method-not-allowed' && { allow: METHODS.join(', ') }),
    ...('retryAfterSeconds' in extra && { 'retry-after': String(extra.retryAfterSeconds) }),
  };
  return { status, headers, body };
}

/**
 * @param {http.ServerResponse} response
 * @param {Refusal} code
 */
export function answerRefusal(response, code) {
  const { status, headers, body } = problemOf(code);
  response.writeHead(status, headers).end(body);
}

/**
 * The same where there is no response object, for instance because the request could not be read.
 *
 * @param {import('node:stream').Duplex} socket
 * @param {Refusal} code
 * @param {Readonly<Record<string, string>>} [more] headers of every answer
 */
export function refuseOnSocket(socket, code, more = {}) {
  // Whoever asked may be gone already.
  socket.on('error', () => undefined);
  if (!socket.writable) return void socket.destroy();
  const { status, headers, body } = problemOf(code);
  const lines = Object.entries({ ...more, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${http.STATUS_CODES[status]}`, ...lines].join('\r\n');
  socket.end(`${head}\r\n\r\n${body}`, () => socket.destroy());
}
