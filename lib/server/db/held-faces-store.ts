import type { AuditNote } from '@/lib/audit/note';
import { addAudit } from './audit-store';
import { outboxWritten } from './outbox-signal';
import { tellShopper } from './outbox-store';
import { databasePool } from './pool';
import { inTransaction } from './transaction';

/** A face that looks like one on another account. */
export interface HeldFace {
  readonly templateId: string;
  readonly shopperId: string;
  readonly besideShopperId: string | null;
  readonly heldAt: Date;
}

/**
 * Holds a face: it pays nowhere until it is cleared, and its owner is told. One that was cleared
 * once is not held again.
 */
export async function holdFace(
  { templateId, shopperId, besideShopperId }: Omit<HeldFace, 'heldAt'>,
  at: Date,
): Promise<void> {
  const { rowCount } = await databasePool().query(
    `UPDATE face_templates SET held_at = $2, held_beside = $3 WHERE id = $1 AND held_at IS NULL`,
    [templateId, at, besideShopperId],
  );
  if (rowCount === 1) await tellShopper('face.held', { shopperId }, at);
}

/** With the names of both; null where the account is closed or gone. */
export interface HeldFaceRow extends HeldFace {
  readonly name: string | null;
  readonly besideName: string | null;
}

/** Those that wait for an operator, the oldest first. */
export async function findHeldFaces(): Promise<readonly HeldFaceRow[]> {
  const { rows } = await databasePool().query<HeldFaceRow>(
    `SELECT face.id AS "templateId", face.shopper_id AS "shopperId", face.held_at AS "heldAt",
            face.held_beside AS "besideShopperId",
            nullif(shopper.name, '') AS name, nullif(beside.name, '') AS "besideName"
       FROM face_templates AS face
       JOIN shoppers AS shopper ON shopper.id = face.shopper_id
       LEFT JOIN shoppers AS beside ON beside.id = face.held_beside
      WHERE face.held_at IS NOT NULL AND face.hold_cleared_at IS NULL
      ORDER BY face.held_at`,
  );
  return rows;
}

/** @returns false when no such face is held */
export async function clearHeldFace(
  shopperId: string,
  note: AuditNote,
  at: Date,
): Promise<boolean> {
  const isCleared = await inTransaction(databasePool(), async (client) => {
    const { rowCount } = await client.query(
      `UPDATE face_templates SET hold_cleared_at = $2
        WHERE shopper_id = $1 AND held_at IS NOT NULL AND hold_cleared_at IS NULL`,
      [shopperId, at],
    );
    if (rowCount !== 1) return false;
    const message = { topic: 'face.cleared', payload: { shopperId } };
    await client.query('SELECT outbox_add($1, NULL, $2)', [JSON.stringify([message]), at]);
    await addAudit(client, 'platform', note, at);
    return true;
  });
  if (isCleared) outboxWritten();
  return isCleared;
}
