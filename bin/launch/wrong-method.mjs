// @ts-check
import { answerRefusal } from './answer-refusal.mjs';

/**
 * Next answers a method that a route does not have with 405 and nothing else; this gives that
 * answer the code of our other problems.
 *
 * @param {import('node:http').ServerResponse} response
 */
export function explainWrongMethod(response) {
  const end = response.end;
  /** @param {unknown[]} args */
  function explained(...args) {
    response.end = end;
    const isBare = response.statusCode === 405 && !response.hasHeader('content-type');
    if (isBare && !response.headersSent) {
      answerRefusal(response, 'method-not-allowed');
      return response;
    }
    return Reflect.apply(end, response, args);
  }
  response.end = /** @type {typeof end} */ (explained);
}
