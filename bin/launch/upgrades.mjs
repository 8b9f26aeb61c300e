// @ts-check
import http from 'node:http';
import { refuseOnSocket } from './answer-refusal.mjs';

/** Where the development server's pages hear of changed code. */
const HOT_RELOAD = /^\/_next\/hmr(\?|$)/;

/**
 * A server that never listens, for Next to put its own upgrade listener on. On the real one that
 * listener takes every upgrade and leaves those that it does not know open, without a word.
 *
 * In production nobody listens for upgrades then, and Node answers such a request as the plain
 * HTTP that it also is (RFC 9110, 7.8: a server may ignore `Upgrade`). That matters: clients
 * offer h2c with ordinary requests.
 */
export function upgradesForNext() {
  return new http.Server();
}

/**
 * In development, hands the page's web socket to Next and refuses all others.
 *
 * @param {http.Server} server
 * @param {http.Server} forNext what `next()` was given as its `httpServer`
 */
export function passHotReload(server, forNext) {
  server.on('upgrade', (request, socket, head) => {
    if (HOT_RELOAD.test(request.url ?? '')) forNext.emit('upgrade', request, socket, head);
    else refuseOnSocket(socket, 'malformed-request');
  });
}
