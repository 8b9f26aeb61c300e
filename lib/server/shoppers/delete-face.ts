import type { ShopperActor } from '@/lib/access/actors';
import type { FaceDeleted } from '@/lib/api/shoppers';
import { newUuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { destroyTemplateKey, deleteTemplate, type FaceDeletion } from '../db/faces-store';
import { type Result, refused, done } from '../result';
import { signReceipt } from './deletion-receipt';

/**
 * Destroys the only key that opens the template, then deletes the rest; the receipt remains. A call
 * that was cut off in between is completed by the next one.
 */
export async function deleteFace(
  { id: shopperId }: Pick<ShopperActor, 'id'>,
  by: FaceDeletion['by'] = 'shopper',
): Promise<Result<FaceDeleted>> {
  const destroyed = await destroyTemplateKey(shopperId);
  if (!destroyed) return refused('no-face-enrolled');
  const deletedAt = now();
  const { id: templateId, modelId } = destroyed;
  const about = { receiptId: newUuid(), shopperId, templateId };
  const receipt = await signReceipt({ ...about, modelId, deletedAt: deletedAt.toISOString() });
  const deleted = await deleteTemplate({ ...about, deletedAt, receipt, by });
  return deleted
    ? done({ receiptId: about.receiptId, deletedAt: deletedAt.toISOString(), receipt })
    : refused('no-face-enrolled');
}
