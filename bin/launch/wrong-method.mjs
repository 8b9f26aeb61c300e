// @ts-check
import { problemOf } from './answer-refusal.mjs';

/**
 * Next answers a method that a route does not have with 405 and nothing else; this gives that
 * answer the code of our other problems. Next's compression writes the head before it ends the
 * answer, so both are watched.
 *
 * @param {import('node:http').ServerResponse} response
 */
export function explainWrongMethod(response) {
  const { writeHead, end } = response;
  /** @type {string | undefined} */
  let body;

  /** @param {unknown[]} args */
  function explainedHead(...args) {
    const [status, ...others] = args;
    if (status !== 405 || others.length > 0 || response.hasHeader('content-type'))
      return Reflect.apply(writeHead, response, args);
    const problem = problemOf('method-not-allowed');
    body = problem.body;
    return Reflect.apply(writeHead, response, [status, problem.headers]);
  }

  /** @param {unknown[]} args */
  function explainedEnd(...args) {
    if (!response.headersSent && response.statusCode === 405) response.writeHead(405);
    return Reflect.apply(end, response, body === undefined ? args : [body]);
  }

  response.writeHead = /** @type {typeof writeHead} */ (explainedHead);
  response.end = /** @type {typeof end} */ (explainedEnd);
}
