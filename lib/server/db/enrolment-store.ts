import type { Sealed } from '../sealing/seal';
import { databasePool } from './pool';
import { databasePrisma } from './prisma';
import { IN_LINE, lockRow } from './row-lock';

export interface PictureRow extends Sealed {
  readonly challengeId: string;
  readonly shopperId: string;
  readonly takenAt: Date;
}

/** Pictures of one person since then, the oldest first. */
export function findPictures(shopperId: string, since: Date): Promise<readonly PictureRow[]> {
  return databasePrisma().enrolmentPicture.findMany(picturesOf(shopperId, since));
}

/**
 * Keeps one more picture.
 *
 * @returns those of the person since then, this one included: of several at once each sees those
 *   before it
 */
export function insertPicture(picture: PictureRow, since: Date): Promise<readonly PictureRow[]> {
  const { shopperId } = picture;
  return databasePrisma().$transaction(async (tx) => {
    await lockRow(tx, 'shoppers', shopperId);
    await tx.enrolmentPicture.create({ data: picture });
    return tx.enrolmentPicture.findMany(picturesOf(shopperId, since));
  }, IN_LINE);
}

export async function deletePicturesOf(shopperId: string): Promise<void> {
  await databasePrisma().enrolmentPicture.deleteMany({ where: { shopperId } });
}

/** @returns how many, at most `limit` */
export async function deletePictures(before: Date, limit: number): Promise<number> {
  const { rowCount } = await databasePool().query(
    `DELETE FROM enrolment_pictures WHERE challenge_id IN (
       SELECT challenge_id FROM enrolment_pictures WHERE taken_at < $1
        LIMIT $2 FOR UPDATE SKIP LOCKED)`,
    [before, limit],
  );
  return rowCount ?? 0;
}

function picturesOf(shopperId: string, since: Date) {
  return {
    where: { shopperId, takenAt: { gt: since } },
    orderBy: [{ takenAt: 'asc' as const }, { challengeId: 'asc' as const }],
  };
}
