import 'server-only';
import { decodeDescriptors, encodeDescriptors } from '@/lib/identity/template';
import { fuse, type Candidate } from '@/lib/identity/match';
import type { Descriptor } from '@/lib/identity/evidence';
import { EMBEDDER } from '@/models/embedder/model';
import { findTemplates, type TemplateRow } from '../db/faces-store';
import { seal, unseal, type Sealed } from '../seal';

/** Opens the templates of these people, those only, for one comparison. */
export async function openGallery(shopperIds: readonly string[]): Promise<readonly Candidate[]> {
  const rows = await findTemplates(shopperIds, EMBEDDER.id);
  return rows.map(candidateOf);
}

/** The single captures are kept, so that a template can be fused anew. */
export function sealTemplate(descriptors: readonly Descriptor[], shopperId: string): Sealed {
  return seal(encodeDescriptors(descriptors), `template:${shopperId}`);
}

function candidateOf(row: TemplateRow): Candidate {
  const descriptors = decodeDescriptors(unseal(row, `template:${row.shopperId}`));
  return { shopperId: row.shopperId, template: fuse(descriptors) };
}
