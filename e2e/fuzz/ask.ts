import { PROBLEMS, problemSchema } from '@/lib/api/problems';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array | undefined;
}

export interface Outcome {
  readonly status: number;
  readonly ms: number;
  /** What is wrong with the answer; undefined when it is as it should be. */
  readonly fault?: string;
}

/** No answer may take longer. */
const PATIENCE_MS = 20_000;
const NO_PROBLEM_BELOW = 400;

/** Sends one request and looks at what came back. Streams are left after their headers. */
export async function ask(
  origin: string,
  { method, path, headers, bytes }: Asked,
): Promise<Outcome> {
  const from = performance.now();
  const leaving = new AbortController();
  const timer = setTimeout(() => leaving.abort(), PATIENCE_MS);
  try {
    const response = await fetch(origin + path, {
      ...{ method, headers, redirect: 'manual', signal: leaving.signal },
      ...(bytes && { body: new Uint8Array(bytes) }),
    });
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    const text = isStream ? '' : await response.text();
    const ms = performance.now() - from;
    if (isStream) leaving.abort();
    return { status: response.status, ms, ...faultOf(response, text) };
  } catch (error) {
    const ms = performance.now() - from;
    return { status: 0, ms, fault: `no answer: ${error instanceof Error ? error.message : ''}` };
  } finally {
    clearTimeout(timer);
  }
}

/** Every no is a problem with a code that we know, and no fault of ours. */
function faultOf({ status, headers }: Response, text: string): { fault?: string } {
  if (status < NO_PROBLEM_BELOW) return {};
  if (headers.get('content-type') !== 'application/problem+json')
    return { fault: `${status} is no problem document` };
  const problem = problemSchema.safeParse(parse(text));
  if (!problem.success) return { fault: `${status} is not a problem that we know` };
  const { code } = problem.data;
  if (PROBLEMS[code].status !== status) return { fault: `${code} came with ${status}` };
  return status >= 500 && code !== 'busy' ? { fault: `${status} ${code}` } : {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
