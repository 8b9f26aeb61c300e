import { PROOF_HEADER } from '@/lib/access/request-proof';
import { claimsOf, signProof } from '@/lib/liveness/request-proof.fixture';
import type { TestDevice } from '@/lib/liveness/device.fixture';
import { type ProblemCode, PROBLEMS, problemSchema } from '@/lib/api/problems';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array | undefined;
  /** The tablet that signs the request. */
  readonly device?: TestDevice;
}

export interface Outcome {
  /** 0 when nobody answered. */
  readonly status: number;
  readonly ms: number;
  /** Of a refusal. */
  readonly code?: ProblemCode;
  /** What is wrong with the answer; undefined when it is as it should be. */
  readonly fault?: string;
}

/** Who does not answer within this time hangs. */
const PATIENCE_MS = 20_000;
const REFUSAL_FROM = 400;

/** Sends one request and looks at what came back. Streams are left after their headers. */
export async function ask(
  origin: string,
  { method, path, headers, bytes, device }: Asked,
): Promise<Outcome> {
  const url = origin + path;
  const proof = device && (await signProof(claimsOf(method, url, bytes), device));
  const from = performance.now();
  const leaving = new AbortController();
  const timer = setTimeout(() => leaving.abort(), PATIENCE_MS);
  try {
    const response = await fetch(url, {
      ...{ method, redirect: 'manual', signal: leaving.signal },
      headers: { ...headers, ...(proof && { [PROOF_HEADER]: proof }) },
      ...(bytes && { body: new Uint8Array(bytes) }),
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    const text = isStream ? '' : await response.text();
    const ms = performance.now() - from;
    if (isStream) leaving.abort();
    return { status: response.status, ms, ...judged(response, text) };
  } catch (error) {
    const ms = performance.now() - from;
    return { status: 0, ms, fault: `no answer: ${error instanceof Error ? error.message : ''}` };
  } finally {
    clearTimeout(timer);
  }
}

/** A fault of the app, unless it says that too many ask at once. */
export function isFiveHundred({ status, code }: Outcome): boolean {
  return status >= 500 && code !== 'busy';
}

/** Every refusal is a problem with a code that we know, and no fault of ours. */
function judged({ status, headers }: Response, text: string): Pick<Outcome, 'code' | 'fault'> {
  if (status < REFUSAL_FROM) return {};
  if (headers.get('content-type') !== 'application/problem+json')
    return { fault: `${status} is no problem document` };
  const problem = problemSchema.safeParse(parse(text));
  if (!problem.success) return { fault: `${status} is not a problem that we know` };
  const { code } = problem.data;
  if (PROBLEMS[code].status !== status) return { code, fault: `${code} came with ${status}` };
  return status >= 500 && code !== 'busy' ? { code, fault: `${status} ${code}` } : { code };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
