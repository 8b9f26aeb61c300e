import type { Sealed } from '../sealing/seal';
import { BY_SYSTEM, ownNote, type AuditNote } from '@/lib/audit/note';
import { addAuditIn } from './audit-store';
import { outboxWritten } from './outbox-signal';
import { tellShopper } from './outbox-store';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { IN_LINE, lockRow } from './row-lock';

export interface TemplateRow extends Sealed {
  readonly id: string;
  readonly shopperId: string;
  readonly modelId: string;
  /** The space that the template is in (lib/server/recognition/spaces.ts). */
  readonly transformVersion: number;
  /** Sealed; null when they were not searched for yet. */
  readonly neighbours: Uint8Array<ArrayBuffer> | null;
  /** Their owner told us of a twin. */
  readonly hasTwin: boolean;
  /** The same face is on another account, and nobody has cleared it yet. */
  readonly isHeld: boolean;
  readonly enrolledAt: Date;
}

export type NewTemplate = Omit<TemplateRow, 'neighbours' | 'hasTwin' | 'isHeld'>;

export async function insertConsent(
  id: string,
  shopperId: string,
  version: string,
  givenAt: Date,
): Promise<void> {
  const prisma = databasePrisma();
  await prisma.$transaction([
    prisma.consent.updateMany({
      where: { shopperId, withdrawnAt: null },
      data: { withdrawnAt: givenAt },
    }),
    prisma.consent.create({ data: { id, shopperId, version, givenAt } }),
    addAuditIn(prisma, 'platform', ownNote('face.consented', shopperId, { version }), givenAt),
  ]);
}

/**
 * A new enrolment replaces the old one, key and all. Whoever's account it is, is told: somebody
 * else's face on it, in the place of the own one above all, must not go unseen.
 */
export async function replaceTemplate(template: NewTemplate): Promise<void> {
  const { shopperId, enrolledAt } = template;
  await databasePrisma().$transaction(async (tx) => {
    await lockRow(tx, 'shoppers', shopperId);
    const { count } = await tx.faceTemplate.deleteMany({ where: { shopperId } });
    await tx.enrolmentPicture.deleteMany({ where: { shopperId } });
    await tx.offeredPicture.deleteMany({ where: { shopperId } });
    await tx.faceTemplate.create({ data: template });
    const topic = count === 0 ? 'face.enrolled' : 'face.changed';
    await tellShopper(topic, { shopperId }, enrolledAt, tx);
    const action = count === 0 ? 'face.enrolled' : 'face.replaced';
    await addAuditIn(tx, 'platform', ownNote(action, shopperId), enrolledAt);
  }, IN_LINE);
  outboxWritten();
}

const TEMPLATE_COLUMNS = `id, shopper_id AS "shopperId", model_id AS "modelId",
  wrapped_key AS "wrappedKey", sealed, transform_version AS "transformVersion", neighbours,
  enrolled_at AS "enrolledAt",
  (held_at IS NOT NULL AND hold_cleared_at IS NULL) AS "isHeld",
  (SELECT has_twin FROM shoppers WHERE shoppers.id = shopper_id) AS "hasTwin"`;

/** Templates of these people, of whichever model; a destroyed one is none. */
export async function findTemplates(
  shopperIds: readonly string[],
): Promise<readonly TemplateRow[]> {
  const { rows } = await databasePool().query<TemplateRow>({
    name: 'find-templates',
    text: `SELECT ${TEMPLATE_COLUMNS} FROM face_templates
            WHERE shopper_id = ANY ($1::uuid[]) AND wrapped_key <> ''`,
    values: [shopperIds],
  });
  return rows;
}

/**
 * Destroys the key of somebody's template, and the content with it: from its commit on nobody can
 * open it, whatever fails afterwards.
 *
 * @returns the template whose key is destroyed now, by this call or an earlier one that did not
 *   come to its end; undefined when there was no face
 */
export async function destroyTemplateKey(
  shopperId: string,
): Promise<Pick<TemplateRow, 'id' | 'modelId'> | undefined> {
  const { rows } = await databasePool().query<Pick<TemplateRow, 'id' | 'modelId'>>(
    `UPDATE face_templates SET wrapped_key = '', sealed = '', neighbours = NULL
      WHERE shopper_id = $1 RETURNING id, model_id AS "modelId"`,
    [shopperId],
  );
  return rows[0];
}

export interface FaceDeletion {
  readonly receiptId: string;
  readonly shopperId: string;
  readonly templateId: string;
  readonly deletedAt: Date;
  /** As its owner gets it, signed. */
  readonly receipt: string;
  /** `system`: nobody paid with it for so long that it was deleted. */
  readonly by: 'shopper' | 'system';
}

/**
 * Deletes what is left of a template whose key is destroyed, withdraws the consent and keeps the
 * receipt, together.
 *
 * @returns false when another call did so meanwhile
 */
export function deleteTemplate(deletion: FaceDeletion): Promise<boolean> {
  const { receiptId, shopperId, templateId, deletedAt, receipt, by } = deletion;
  return databasePrisma().$transaction(async (tx) => {
    const { count } = await tx.faceTemplate.deleteMany({ where: { id: templateId } });
    if (count === 0) return false;
    await tx.enrolmentPicture.deleteMany({ where: { shopperId } });
    await tx.offeredPicture.deleteMany({ where: { shopperId } });
    await tx.consent.updateMany({
      where: { shopperId, withdrawnAt: null },
      data: { withdrawnAt: deletedAt },
    });
    await tx.faceDeletion.create({
      data: { id: receiptId, shopperId, templateId, deletedAt, receipt },
    });
    await addAuditIn(tx, 'platform', noteOfDeletion(shopperId, by), deletedAt);
    return true;
  });
}

function noteOfDeletion(shopperId: string, by: FaceDeletion['by']): AuditNote {
  const note = ownNote('face.deleted', shopperId);
  return by === 'system' ? { ...note, by: BY_SYSTEM } : note;
}

/** Who has a face that was enrolled and last paid before then; at most `limit`. */
export async function findUnusedFaces(before: Date, limit: number): Promise<readonly string[]> {
  const { rows } = await databasePool().query<{ shopperId: string }>(
    `SELECT shopper_id AS "shopperId" FROM face_templates
      WHERE enrolled_at < $1 AND NOT EXISTS (
        SELECT FROM payments WHERE payer_id = shopper_id AND created_at >= $1)
      ORDER BY enrolled_at LIMIT $2`,
    [before, limit],
  );
  return rows.map(({ shopperId }) => shopperId);
}

/** The next templates, by shopper, that are in an older space than this one. */
export async function findTemplatesBefore(
  space: number,
  limit: number,
  after: string = LOWEST_ID,
): Promise<readonly TemplateRow[]> {
  const { rows } = await databasePool().query<TemplateRow>(
    `SELECT ${TEMPLATE_COLUMNS} FROM face_templates
      WHERE transform_version < $1 AND wrapped_key <> '' AND shopper_id > $2
      ORDER BY shopper_id LIMIT $3`,
    [space, after, limit],
  );
  return rows;
}

const LOWEST_ID = '00000000-0000-0000-0000-000000000000';

/** @returns false when the template is another one by now */
export async function replaceSealed(
  row: Pick<TemplateRow, 'id' | 'sealed'>,
  { sealed, transformVersion }: Pick<TemplateRow, 'sealed' | 'transformVersion'>,
): Promise<boolean> {
  const { rowCount } = await databasePool().query(
    `UPDATE face_templates SET sealed = $3, transform_version = $4 WHERE id = $1 AND sealed = $2`,
    [row.id, row.sealed, sealed, transformVersion],
  );
  return rowCount === 1;
}

/** The next templates of a model, by shopper, for an index of all of them. */
export async function findTemplatesAfter(
  modelId: string,
  after: string | undefined,
  limit: number,
): Promise<readonly TemplateRow[]> {
  const { rows } = await databasePool().query<TemplateRow>({
    name: 'find-templates-after',
    text: `SELECT ${TEMPLATE_COLUMNS} FROM face_templates
            WHERE model_id = $1 AND shopper_id > $2 AND wrapped_key <> ''
            ORDER BY shopper_id LIMIT $3`,
    values: [modelId, after ?? LOWEST_ID, limit],
  });
  return rows;
}

/** @returns false when the template is another one by now */
export async function replaceNeighbours(
  templateId: string,
  neighbours: Uint8Array,
): Promise<boolean> {
  const { rowCount } = await databasePool().query(
    `UPDATE face_templates SET neighbours = $2 WHERE id = $1 AND wrapped_key <> ''`,
    [templateId, neighbours],
  );
  return rowCount === 1;
}
