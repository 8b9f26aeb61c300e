// @ts-check

/**
 * What the server answers before Next sees the request. Status and title are those of
 * lib/api/problems.ts, which plain Node cannot load; a test compares them.
 */
export const REFUSALS = /** @type {const} */ ({
  'malformed-request': { status: 400, title: 'The request is not proper HTTP.' },
  'method-not-allowed': { status: 405, title: 'This method is not offered.' },
  'request-too-slow': { status: 408, title: 'The request took too long to arrive.' },
  'headers-too-large': { status: 431, title: 'The headers are too large.' },
  'host-unknown': { status: 421, title: 'The app does not answer under this host name.' },
  busy: {
    status: 503,
    title: 'Too many ask at once; ask again after Retry-After.',
    retryAfterSeconds: 2,
  },
  unavailable: { status: 503, title: 'The service cannot take payments right now.' },
});

/** @typedef {keyof typeof REFUSALS} Refusal */

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Name, IPv4 or IPv6 address, with or without a port (RFC 3986, 3.2.2). */
const HOST = /^([a-z0-9._~-]+|\[[0-9a-f:.]+\])(:\d{0,5})?$/i;

/**
 * Why the request is no request for this app, if it is not: Next would answer these with 500.
 *
 * @param {import('node:http').IncomingMessage} request
 * @returns {Refusal | undefined}
 */
export function refusalOf(request) {
  if (!METHODS.includes(request.method ?? '')) return 'method-not-allowed';
  return isPath(request.url ?? '') && hasHost(request) ? undefined : 'malformed-request';
}

/**
 * A path whose percent signs mean UTF-8. `*` and whole addresses are for proxies.
 *
 * @param {string} target
 */
function isPath(target) {
  if (!target.startsWith('/')) return false;
  try {
    decodeURIComponent(target.split('?')[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/**
 * HTTP/1.0 need not say which host it means; HTTP/1.1 says it once.
 *
 * @param {import('node:http').IncomingMessage} request
 */
function hasHost({ headersDistinct, httpVersion }) {
  const [host, ...others] = headersDistinct.host ?? [];
  if (host === undefined) return httpVersion === '1.0';
  return others.length === 0 && HOST.test(host) && URL.canParse(`http://${host}`);
}
