import type { Sealed } from '../sealing/seal';
import { outboxWritten } from './outbox-signal';
import { tellShopper } from './outbox-store';
import { databasePrisma } from './prisma';
import { IN_LINE, lockRow } from './row-lock';

export interface TemplateRow extends Sealed {
  readonly id: string;
  readonly shopperId: string;
  readonly modelId: string;
  readonly enrolledAt: Date;
}

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
  ]);
}

/**
 * A new enrolment replaces the old one, key and all. Whoever's account it is, is told: somebody
 * else's face on it, in the place of the own one above all, must not go unseen.
 */
export async function replaceTemplate(template: TemplateRow): Promise<void> {
  const { id, shopperId, modelId, wrappedKey, sealed, enrolledAt } = template;
  await databasePrisma().$transaction(async (tx) => {
    await lockRow(tx, 'shoppers', shopperId);
    const { count } = await tx.faceTemplate.deleteMany({ where: { shopperId } });
    await tx.enrolmentPicture.deleteMany({ where: { shopperId } });
    await tx.faceTemplate.create({
      data: { id, shopperId, modelId, wrappedKey, sealed, enrolledAt },
    });
    const topic = count === 0 ? 'face.enrolled' : 'face.changed';
    await tellShopper(topic, { shopperId }, enrolledAt, tx);
  }, IN_LINE);
  outboxWritten();
}

/** Templates that one model made, of these people. */
export function findTemplates(
  shopperIds: readonly string[],
  modelId: string,
): Promise<readonly TemplateRow[]> {
  return databasePrisma().faceTemplate.findMany({
    where: { shopperId: { in: [...shopperIds] }, modelId },
  });
}

/**
 * Deletes template and key, withdraws the consent and leaves the receipt, together.
 * @returns false when there was no face.
 */
export function deleteTemplate(
  receiptId: string,
  shopperId: string,
  deletedAt: Date,
): Promise<boolean> {
  return databasePrisma().$transaction(async (tx) => {
    const template = await tx.faceTemplate.findUnique({ where: { shopperId } });
    if (!template) return false;
    await tx.faceTemplate.delete({ where: { shopperId } });
    await tx.enrolmentPicture.deleteMany({ where: { shopperId } });
    await tx.consent.updateMany({
      where: { shopperId, withdrawnAt: null },
      data: { withdrawnAt: deletedAt },
    });
    await tx.faceDeletion.create({
      data: { id: receiptId, shopperId, templateId: template.id, deletedAt },
    });
    return true;
  });
}
