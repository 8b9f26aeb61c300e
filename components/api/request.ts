import type { DeviceKey } from '@/lib/device/key-store';
import { newUuid } from '@/lib/ids/uuid';
import { PROBLEMS, problemSchema, type Problem, type ProblemCode } from '@/lib/api/problems';
import { proofHeader, takeServerTime } from './request-proof';

export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

/** What a view needs to know of a no. */
export type Refusal = Pick<Problem, 'code' | 'retryAfterSeconds'>;

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A request that nobody answers must not leave a guest waiting at the counter. */
const PATIENCE_MS = 20_000;
/** A connection that broke may be there again after so long. */
const AGAIN_AFTER_MS = 300;

/**
 * Asks the server for something and never throws. Whatever changes something carries an
 * `Idempotency-Key`, and is sent once more with the same key when its connection broke: the server
 * does it once, and answers both alike.
 *
 * @param path e.g. `/api/orders`; `Value` is the interface that `lib/api` names for it.
 * @param body sent as JSON; leave it out for GET and DELETE.
 * @returns the value (undefined for 204), or the problem that the server names. No
 *   network, no answer in 20 s or an answer that is not ours: code `unavailable`.
 */
export function request<Value>(
  method: Method,
  path: string,
  body?: unknown,
): Promise<Answer<Value>> {
  return ask<Value>({ method, path, body }, readValue);
}

/** Asks as {@link request} does, as the terminal whose key this is; it need not be kept yet. */
export function requestWithKey<Value>(
  key: DeviceKey,
  method: Method,
  path: string,
  body?: unknown,
): Promise<Answer<Value>> {
  return ask<Value>({ method, path, body, key }, readValue);
}

async function readValue<Value>(response: Response): Promise<Value> {
  const value: unknown = response.status === 204 ? undefined : await response.json();
  return value as Value;
}

/** Asks as {@link request} does for a file, and hands it to the browser's downloads. */
export function download(path: string, body: unknown, fileName: string): Promise<Answer<void>> {
  return ask({ method: 'POST', path, body }, async (response) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = fileName;
    link.click();
    // The download begins in this task; the address may go with the next one.
    setTimeout(() => URL.revokeObjectURL(link.href), 0);
  });
}

interface Asked {
  readonly method: Method;
  readonly path: string;
  readonly body: unknown;
  readonly key?: DeviceKey;
}

async function ask<Value>(
  asked: Asked,
  read: (response: Response) => Promise<Value>,
): Promise<Answer<Value>> {
  // AbortSignal.timeout would be shorter, but iOS 15 does not know it.
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  const idempotencyKey = asked.method === 'GET' ? undefined : newUuid();
  const sendOnce = () => send(asked, idempotencyKey, impatience.signal);
  const sendTwice = () =>
    sendOnce().catch(async (broken: unknown) => {
      if (asked.method === 'GET' || impatience.signal.aborted) throw broken;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
      return sendOnce();
    });
  try {
    let response = await sendTwice();
    let problem = response.ok ? undefined : await problemOf(response);
    if (problem?.code === 'proof-time' && takeServerTime(response)) {
      response = await sendTwice();
      problem = response.ok ? undefined : await problemOf(response);
    }
    return problem ? { ok: false, problem } : { ok: true, value: await read(response) };
  } catch {
    return { ok: false, problem: localProblem('unavailable') };
  } finally {
    clearTimeout(timer);
  }
}

/** One try, with a proof of its own. */
async function send(
  { method, path, body, key }: Asked,
  idempotencyKey: string | undefined,
  signal: AbortSignal,
): Promise<Response> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return fetch(path, {
    method,
    cache: 'no-store',
    signal,
    headers: {
      ...(text !== undefined && { 'content-type': 'application/json' }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      ...(await proofHeader(method, path, text, key)),
    },
    ...(text !== undefined && { body: text }),
  });
}

/** A problem that never reached the server, or never came back from it. */
export function localProblem(code: ProblemCode): Problem {
  return { type: 'about:blank', code, requestId: '', ...PROBLEMS[code] };
}

async function problemOf(response: Response): Promise<Problem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => undefined));
  return parsed.success ? parsed.data : localProblem('unavailable');
}
