import { tellShopper } from './outbox-store';
import { databasePool } from './pool';

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

/** Those that wait for an operator, the oldest first. */
export async function findHeldFaces(): Promise<readonly HeldFace[]> {
  const { rows } = await databasePool().query<HeldFace>(
    `SELECT id AS "templateId", shopper_id AS "shopperId", held_beside AS "besideShopperId",
            held_at AS "heldAt"
       FROM face_templates WHERE held_at IS NOT NULL AND hold_cleared_at IS NULL
      ORDER BY held_at`,
  );
  return rows;
}

/** @returns false when no such face is held */
export async function clearHeldFace(shopperId: string, at: Date): Promise<boolean> {
  const { rows } = await databasePool().query<{ shopperId: string }>(
    `UPDATE face_templates SET hold_cleared_at = $2
      WHERE shopper_id = $1 AND held_at IS NOT NULL AND hold_cleared_at IS NULL
      RETURNING shopper_id AS "shopperId"`,
    [shopperId, at],
  );
  if (rows.length === 0) return false;
  await tellShopper('face.cleared', { shopperId }, at);
  return true;
}
