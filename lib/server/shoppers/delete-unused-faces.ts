import { findUnusedFaces } from '../db/faces-store';
import { tellShopper } from '../db/outbox-store';
import { now } from '../clock';
import { deleteFace } from './delete-face';

/**
 * Deletes the faces of people who did not pay since then, as they could have themselves: key first,
 * with a receipt. Several instances may do it at once; each face is deleted, and told of, once.
 */
export async function deleteUnusedFaces(before: Date, limit: number): Promise<void> {
  for (const id of await findUnusedFaces(before, limit)) {
    const deleted = await deleteFace({ id }, 'system');
    if (deleted.ok) await tellShopper('face.expired', { shopperId: id }, now());
  }
}
