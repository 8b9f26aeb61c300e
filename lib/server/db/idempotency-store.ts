import { databasePool } from './pool';

export interface KeptAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string | null;
}

/** A key of somebody, and the fingerprint of the request that came with it. */
export interface KeyedRequest {
  readonly scope: string;
  readonly key: string;
  readonly hash: Uint8Array<ArrayBuffer>;
}

/** What is to be done with a keyed request. */
export type Claim =
  | { readonly kind: 'answer-it' }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  | { readonly kind: 'being-answered' }
  | { readonly kind: 'other-request' };

export interface ClaimTimes {
  readonly at: Date;
  readonly answeringUntil: Date;
  /** Keys from before then are forgotten. */
  readonly keptSince: Date;
}

/**
 * Takes the key, if it is new, too old, or was taken by a process that did not answer in time.
 * Of several at once one takes it.
 */
export async function claimKey(request: KeyedRequest, times: ClaimTimes): Promise<Claim> {
  const { scope, key, hash } = request;
  const { at, answeringUntil, keptSince } = times;
  const { rowCount } = await databasePool().query(
    `INSERT INTO idempotency_keys AS kept (scope, key, request_hash, answering_until, created_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (scope, key) DO UPDATE
        SET request_hash = excluded.request_hash, answering_until = excluded.answering_until,
            created_at = excluded.created_at, status = NULL, content_type = NULL, body = NULL
      WHERE kept.created_at <= $6
         OR (kept.status IS NULL AND kept.answering_until <= $5
             AND kept.request_hash = excluded.request_hash)`,
    [scope, key, hash, answeringUntil, at, keptSince],
  );
  return rowCount === 1 ? { kind: 'answer-it' } : readClaim(request);
}

/** Keeps the answer for whoever asks again. */
export async function keepAnswer(request: KeyedRequest, answer: KeptAnswer): Promise<void> {
  await databasePool().query(
    `UPDATE idempotency_keys SET status = $3, content_type = $4, body = $5
      WHERE scope = $1 AND key = $2`,
    [request.scope, request.key, answer.status, answer.contentType, answer.body],
  );
}

/** It was a fault of ours: the next try is a first one. */
export async function forgetKey({ scope, key }: KeyedRequest): Promise<void> {
  await databasePool().query('DELETE FROM idempotency_keys WHERE scope = $1 AND key = $2', [
    scope,
    key,
  ]);
}

export async function deleteKeys(before: Date, limit: number): Promise<void> {
  await databasePool().query(
    `DELETE FROM idempotency_keys WHERE (scope, key) IN (
       SELECT scope, key FROM idempotency_keys WHERE created_at <= $1 LIMIT $2)`,
    [before, limit],
  );
}

async function readClaim({ scope, key, hash }: KeyedRequest): Promise<Claim> {
  const { rows } = await databasePool().query<{
    hash: Buffer;
    status: number | null;
    contentType: string | null;
    body: string | null;
  }>(
    `SELECT request_hash AS hash, status, content_type AS "contentType", body
       FROM idempotency_keys WHERE scope = $1 AND key = $2`,
    [scope, key],
  );
  const row = rows[0];
  if (!row) return { kind: 'being-answered' }; // just forgotten: asking again claims it
  if (Buffer.compare(row.hash, hash) !== 0) return { kind: 'other-request' };
  const { status, contentType, body } = row;
  return status === null
    ? { kind: 'being-answered' }
    : { kind: 'answered', answer: { status, contentType, body } };
}
