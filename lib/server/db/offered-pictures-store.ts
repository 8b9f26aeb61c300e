import type { Sealed } from '../sealing/seal';
import type { NewTemplate } from './faces-store';
import { outboxWritten } from './outbox-signal';
import { tellShopper } from './outbox-store';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { IN_LINE, lockRow } from './row-lock';

/** A picture that its person may have added to the template. */
export interface OfferedRow extends Sealed {
  readonly challengeId: string;
  readonly paymentId: string;
  readonly shopperId: string;
  readonly takenAt: Date;
}

export async function insertOffered(picture: OfferedRow): Promise<void> {
  await databasePrisma().offeredPicture.create({ data: picture });
}

/** The latest one of this person at this payment since then. */
export function findOffered(
  paymentId: string,
  shopperId: string,
  since: Date,
): Promise<OfferedRow | null> {
  return databasePrisma().offeredPicture.findFirst({
    where: { paymentId, shopperId, takenAt: { gt: since } },
    orderBy: { takenAt: 'desc' },
  });
}

/**
 * Puts a template with the offered picture in the place of the one that it was made from, uses the
 * offer up, and tells the person. An operator's word on the face stays.
 *
 * @param replacedId the template that the new one was made from
 * @returns false, and nothing is changed, when offer or template are others by now
 */
export async function addOffered(
  { challengeId }: Pick<OfferedRow, 'challengeId'>,
  template: NewTemplate,
  replacedId: string,
  at: Date,
): Promise<boolean> {
  const { shopperId } = template;
  const isAdded = await databasePrisma().$transaction(async (tx) => {
    await lockRow(tx, 'shoppers', shopperId);
    const replaced = await tx.faceTemplate.findUnique({ where: { id: replacedId } });
    if (!replaced || replaced.wrappedKey.length === 0) return false;
    const { count } = await tx.offeredPicture.deleteMany({ where: { challengeId } });
    if (count === 0) return false;
    await tx.faceTemplate.delete({ where: { id: replacedId } });
    const { heldAt, heldBeside, holdClearedAt } = replaced;
    await tx.faceTemplate.create({ data: { ...template, heldAt, heldBeside, holdClearedAt } });
    await tellShopper('face.remembered', { shopperId }, at, tx);
    return true;
  }, IN_LINE);
  if (isAdded) outboxWritten();
  return isAdded;
}

/** @returns how many, at most `limit` */
export async function deleteOffered(before: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM offered_pictures WHERE challenge_id IN (
       SELECT challenge_id FROM offered_pictures WHERE taken_at < $1
        LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [before, limit],
  );
  return rowCount ?? 0;
}
