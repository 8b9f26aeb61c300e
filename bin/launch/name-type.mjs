// @ts-check

const MOVED = [301, 302, 303, 307, 308];

/**
 * Next's redirects have a body, the path, and say nothing of its type; a browser would guess
 * (OWASP ASVS 5, 4.1.1).
 *
 * @param {import('node:http').ServerResponse} response
 */
export function nameType(response) {
  const { writeHead } = response;

  /** @param {unknown[]} args */
  function typedHead(...args) {
    const [status, ...others] = args;
    const isUntyped = others.length === 0 && !response.hasHeader('content-type');
    if (isUntyped && MOVED.includes(Number(status)))
      response.setHeader('content-type', 'text/plain; charset=utf-8');
    return Reflect.apply(writeHead, response, args);
  }

  response.writeHead = /** @type {typeof writeHead} */ (typedHead);
}
