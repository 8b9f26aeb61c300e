import 'server-only';
import {
  decodeDescriptors,
  encodeDescriptors,
  fuse,
  type Descriptor,
} from '@/lib/recognition/descriptor';
import type { Candidate } from '@/lib/recognition/match';
import { candidateAmong } from '@/lib/recognition/neighbours';
import { EMBEDDER } from '@/models/embedder/model';
import { findTemplates, type TemplateRow } from '../db/faces-store';
import { seal, unseal, type Sealed } from '../sealing/seal';

/** Opens the templates of these people, those only, for one comparison. */
export async function openGallery(shopperIds: readonly string[]): Promise<readonly Candidate[]> {
  const rows = await findTemplates(shopperIds, EMBEDDER.id);
  return rows.map(candidateOf);
}

/** The single face checks are kept, so that a template can be fused anew. */
export function sealTemplate(descriptors: readonly Descriptor[], shopperId: string): Sealed {
  return seal(encodeDescriptors(descriptors), `template:${shopperId}`);
}

/** Nobody's neighbours are known yet, so only the other candidates make the distance smaller. */
function candidateOf(row: TemplateRow): Candidate {
  const descriptors = decodeDescriptors(unseal(row, `template:${row.shopperId}`));
  return candidateAmong({ shopperId: row.shopperId, template: fuse(descriptors) }, [], false);
}
