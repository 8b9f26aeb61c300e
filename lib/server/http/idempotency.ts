import { setTimeout as wait } from 'node:timers/promises';
import type { ProblemCode } from '@/lib/api/problems';
import { now } from '../clock';
import {
  claimKey,
  forgetKey,
  keepAnswer,
  type KeptAnswer,
  type KeyedRequest,
} from '../db/idempotency-store';
import { keyedHash } from '../keys/keyed-hash';

/** An answer can be had again for so long. */
export const KEPT_MS = 24 * 60 * 60 * 1000;
/** Longer than any answer takes; after it, a process that died with the key is replaced. */
const ANSWERING_MS = 15_000;
/** Whoever comes second waits so long for the first one's answer. */
const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 25;

const KEY = /^[\x21-\x7e]{8,200}$/;

/**
 * Answers a request that carries an `Idempotency-Key` once, and gives whoever asks again with
 * the same key and body that first answer, byte for byte
 * (draft-ietf-httpapi-idempotency-key-header). Answers to faults of ours (5xx) are not kept.
 *
 * @param who whose keys these are
 * @param body the request's bytes. Only a hash under a key of the installation is kept: of a plain
 *   one, a PIN could be found by trying all there are
 * @param answer does the work; called at most once here, and again by another process only
 *   when this one did not come back within {@link ANSWERING_MS}
 */
export async function answerOnce(
  who: string,
  request: Request,
  body: Uint8Array,
  answer: () => Promise<Response>,
  fail: (code: ProblemCode) => Response,
): Promise<Response> {
  const key = request.headers.get('idempotency-key');
  if (key === null) return answer();
  if (!KEY.test(key)) return fail('idempotency-key-malformed');
  const scope = `${who} ${request.method} ${pathOf(request)}`;
  const hash = new Uint8Array(keyedHash('idempotency', body));
  const keyed = { scope, key, hash };
  const patience = Date.now() + PATIENCE_MS;
  for (;;) {
    const at = now();
    const claim = await claimKey(keyed, {
      at,
      answeringUntil: new Date(at.getTime() + ANSWERING_MS),
      keptSince: new Date(at.getTime() - KEPT_MS),
    });
    if (claim.kind === 'answer-it') return answerAndKeep(keyed, answer);
    if (claim.kind === 'other-request') return fail('idempotency-key-reused');
    if (claim.kind === 'answered') return again(claim.answer);
    // No connection is held while waiting, so that waiting ones cannot starve the one at work.
    if (Date.now() > patience) return fail('idempotency-key-in-use');
    await wait(LOOK_AGAIN_MS);
  }
}

/**
 * One path, one text: ids in it have one spelling, and our own words are in lower case. The router
 * has matched it by now, so it can be decoded.
 */
function pathOf({ url }: Request): string {
  return decodeURIComponent(new URL(url).pathname).toLowerCase();
}

async function answerAndKeep(
  keyed: KeyedRequest,
  answer: () => Promise<Response>,
): Promise<Response> {
  const response = await answer().catch(async (fault: unknown) => {
    await forgetKey(keyed);
    throw fault;
  });
  if (response.status >= 500) {
    await forgetKey(keyed);
    return response;
  }
  const text = await response.clone().text();
  const contentType = response.headers.get('content-type');
  await keepAnswer(keyed, { status: response.status, contentType, body: text || null });
  return response;
}

function again({ status, contentType, body }: KeptAnswer): Response {
  return new Response(body, {
    status,
    headers: {
      'cache-control': 'no-store',
      'idempotency-replayed': 'true',
      ...(contentType && { 'content-type': contentType }),
    },
  });
}
