import type { Uuid } from '@/lib/ids/uuid';
import { databasePool } from './pool';

/** When a terminal was last seen is written down so often at most. */
const SEEN_EVERY_MS = 60_000;

/**
 * Uses the id of a proof up, and notes that the terminal was seen.
 *
 * @returns false when the id was used before, by any instance, or the device is revoked by now
 */
export async function spendProof(
  { terminalId, deviceId, jti }: Readonly<Record<'terminalId' | 'deviceId' | 'jti', Uuid>>,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await databasePool().query({
    name: 'spend_proof',
    text: `WITH spent AS (
             INSERT INTO terminal_proofs (device_id, jti, used_at)
             SELECT id, $2, $3 FROM devices WHERE id = $1 AND revoked_at IS NULL
             ON CONFLICT DO NOTHING RETURNING device_id),
           seen AS (
             UPDATE terminals SET last_seen_at = $3
              WHERE id = $4 AND (last_seen_at IS NULL OR last_seen_at <= $5)
                AND EXISTS (SELECT FROM spent))
           SELECT device_id FROM spent`,
    values: [deviceId, jti, at, terminalId, new Date(at.getTime() - SEEN_EVERY_MS)],
  });
  return rowCount === 1;
}

/** @returns how many were deleted, at most `limit` */
export async function deleteProofs(before: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM terminal_proofs WHERE (device_id, jti) IN (
       SELECT device_id, jti FROM terminal_proofs WHERE used_at < $1
        LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [before, limit],
  );
  return rowCount ?? 0;
}
