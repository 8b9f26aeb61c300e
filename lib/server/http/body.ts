import type { z } from 'zod';
import type { ProblemCode } from '@/lib/api/problems';
import { parseJson } from '../json';
import { done, refused, type Result } from '../result';

/** A face check is the largest thing that anyone may send. */
export const BODY_BYTES_MAX = 256 * 1024;

const CODES = { malformed: 'malformed-json', unstorable: 'invalid-request' } as const;

export type ReadBody<T> =
  | { readonly ok: true; readonly value: T; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: ProblemCode; readonly fields?: string[] };

/**
 * @returns what reads the body when it is first called, without ever holding more than
 *   {@link BODY_BYTES_MAX} of it, and answers the same afterwards
 */
export function bodyBytesOf(request: Request): () => Promise<Result<Uint8Array>> {
  let reading: Promise<Result<Uint8Array>> | undefined;
  return () => (reading ??= readCapped(request, BODY_BYTES_MAX));
}

/** Reads and checks a JSON body. */
export async function readBody<S extends z.ZodType>(
  { headers }: Pick<Request, 'headers'>,
  bodyBytes: () => Promise<Result<Uint8Array>>,
  schema: S,
): Promise<ReadBody<z.output<S>>> {
  const type = headers.get('content-type')?.split(';')[0]?.trim();
  if (type !== 'application/json') return { ok: false, code: 'unsupported-media-type' };
  const body = await bodyBytes();
  if (!body.ok) return body;
  const bytes = body.value;
  const json = parseJson(bytes);
  if (!json.ok) return { ok: false, code: CODES[json.reason] };
  return checked(schema, json.value, bytes);
}

/** As {@link readBody}, for a form as HTML sends it; of a field that comes twice the last counts. */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  bytesMax: number,
): Promise<ReadBody<z.output<S>>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim();
  if (type !== 'application/x-www-form-urlencoded') {
    return { ok: false, code: 'unsupported-media-type' };
  }
  const body = await readCapped(request, bytesMax);
  if (!body.ok) return body;
  const bytes = body.value;
  const form = Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes)));
  return checked(schema, form, bytes);
}

function checked<S extends z.ZodType>(
  schema: S,
  value: unknown,
  bytes: Uint8Array,
): ReadBody<z.output<S>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data, bytes };
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))];
  return { ok: false, code: 'invalid-request', fields: fields.slice(0, 20) };
}

async function readCapped(request: Request, bytesMax: number): Promise<Result<Uint8Array>> {
  const tooLarge = refused('body-too-large');
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > bytesMax) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > bytesMax) return tooLarge;
      chunks.push(chunk);
    }
  } catch {
    // The client left or was cut off half-way: no fault of ours.
    return refused('malformed-request');
  }
  return done(Buffer.concat(chunks));
}
