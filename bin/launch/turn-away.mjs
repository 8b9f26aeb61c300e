// @ts-check
import { answerRefusal } from './answer-refusal.mjs';

/** Requests that anybody may send, and that a secret is worked on for. */
const ABOUT_SECRETS =
  /^\/api\/((staff\/)?auth\/callback\/|(shoppers|setup|terminals\/pair)\/?($|\?))/;
/** From one address at once; who waits for longer than a sign-in takes is no person. */
const AT_ONCE_MAX = 8;

/**
 * Answers 503 to whoever sends more passwords at once than a person does. It happens before Next
 * sees the request: Next itself takes milliseconds of the one thread for each, and 120 of them
 * would keep everybody else waiting.
 *
 * @param {import('node:http').RequestListener} listener
 * @returns {import('node:http').RequestListener} to be called when `X-Forwarded-For` is right
 */
export function turnAwayFloods(listener) {
  /** @type {Map<string, number>} requests that are being answered, by address */
  const asking = new Map();

  return (request, response) => {
    if (request.method !== 'POST' || !ABOUT_SECRETS.test(request.url ?? ''))
      return listener(request, response);
    const from = String(request.headers['x-forwarded-for']).split(',').at(-1)?.trim() ?? '';
    const before = asking.get(from) ?? 0;
    if (before >= AT_ONCE_MAX) return answerRefusal(response, 'busy');
    asking.set(from, before + 1);
    response.once('close', () => {
      const left = (asking.get(from) ?? 1) - 1;
      if (left > 0) asking.set(from, left);
      else asking.delete(from);
    });
    return listener(request, response);
  };
}
