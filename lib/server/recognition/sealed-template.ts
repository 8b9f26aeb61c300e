import {
  type Descriptor,
  fuse,
  decodeDescriptors,
  encodeDescriptors,
} from '@/lib/recognition/descriptor';
import type { Pictures } from '@/lib/recognition/enrolment';
import type { Enrolled } from '@/lib/recognition/neighbours';
import { EMBEDDER } from '@/models/embedder/model';
import type { TemplateRow } from '../db/faces-store';
import { openInstallation } from '../keys/installation';
import { decrypt, encrypt } from '../sealing/key-ring';
import { openKey, seal, type Sealed } from '../sealing/seal';
import { decodeNeighbours, encodeNeighbours, type NotedNeighbour } from './noted-neighbours';
import { currentSpace, intoSpace, moveTo, outOfSpace, type Space } from './spaces';

/** Somebody's template, opened and moved to the space that was asked for. */
export interface EnrolledFace extends Enrolled {
  readonly kind: 'enrolled';
  readonly templateId: string;
  /** The nearest other enrolled people when they were last looked for; null: not yet. */
  readonly neighbours: readonly NotedNeighbour[] | null;
  /** The person told us of a twin. */
  readonly hasTwin: boolean;
  /** Pays nowhere until an operator has had a look. */
  readonly isHeld: boolean;
}

/** A face that cannot be compared. */
export interface RefusedFace {
  readonly kind: 'refused';
  readonly shopperId: string;
  readonly templateId: string;
  /**
   * `template-unreadable`: damaged, or sealed under a key that is not here.
   * `template-of-another-model`: new pictures are needed.
   */
  readonly reason: 'template-unreadable' | 'template-of-another-model';
}

export interface SealedTemplate extends Sealed {
  readonly transformVersion: Space;
}

/** Seals an enrolment in the newest space there is, which another instance may have just added. */
export async function sealTemplate(
  descriptors: readonly Descriptor[],
  shopperId: string,
): Promise<SealedTemplate> {
  await openInstallation();
  return sealInCurrentSpace(descriptors, shopperId);
}

/** The single face checks are kept, so that a template can be fused anew. */
export function sealInCurrentSpace(
  descriptors: readonly Descriptor[],
  shopperId: string,
): SealedTemplate {
  const space = currentSpace();
  const images = descriptors.map((descriptor) => intoSpace(space, descriptor));
  return {
    ...seal(encodeDescriptors(images), templateContext(shopperId)),
    transformVersion: space,
  };
}

/** @returns who is enrolled, or why this row is no use; it never throws for a bad row. */
export function openTemplate(row: TemplateRow, space: Space): EnrolledFace | RefusedFace {
  const { shopperId, id: templateId } = row;
  const refuse = (reason: RefusedFace['reason']): RefusedFace => {
    return { kind: 'refused', shopperId, templateId, reason };
  };
  if (row.modelId !== EMBEDDER.id) return refuse('template-of-another-model');
  try {
    const key = openKey(row.wrappedKey, templateContext(shopperId));
    const captures = decodeDescriptors(decrypt(key, row.sealed, templateContext(shopperId)));
    const template = moveTo(space, row.transformVersion, fuse(captures));
    const neighbours = row.neighbours && openNeighbours(key, row.neighbours, shopperId);
    const { hasTwin, isHeld } = row;
    return { kind: 'enrolled', shopperId, templateId, template, neighbours, hasTwin, isHeld };
  } catch {
    return refuse('template-unreadable');
  }
}

/**
 * The single pictures of an enrolment, as the network gave them.
 *
 * @throws when the row does not open
 */
export function picturesOf(row: TemplateRow): Pictures {
  const context = templateContext(row.shopperId);
  const key = openKey(row.wrappedKey, context);
  const images = decodeDescriptors(decrypt(key, row.sealed, context));
  return images.map((image) => outOfSpace(row.transformVersion, image));
}

/**
 * The same captures in the current space, sealed anew under the same key.
 *
 * @throws when the row does not open
 */
export function renewedTemplate(
  row: TemplateRow,
): Pick<SealedTemplate, 'sealed' | 'transformVersion'> {
  const space = currentSpace();
  const context = templateContext(row.shopperId);
  const key = openKey(row.wrappedKey, context);
  const captures = decodeDescriptors(decrypt(key, row.sealed, context));
  const moved = captures.map((each) => moveTo(space, row.transformVersion, each));
  return { sealed: encrypt(key, encodeDescriptors(moved), context), transformVersion: space };
}

/** Under the template's own key: whoever destroys it has destroyed these too. */
export function sealNeighbours(
  row: Pick<TemplateRow, 'wrappedKey' | 'shopperId'>,
  neighbours: readonly NotedNeighbour[],
): Uint8Array<ArrayBuffer> {
  const key = openKey(row.wrappedKey, templateContext(row.shopperId));
  return encrypt(key, encodeNeighbours(neighbours), neighboursContext(row.shopperId));
}

function openNeighbours(key: Uint8Array, sealed: Uint8Array, shopperId: string) {
  return decodeNeighbours(decrypt(key, sealed, neighboursContext(shopperId)));
}

function templateContext(shopperId: string): string {
  return `template:${shopperId}`;
}

function neighboursContext(shopperId: string): string {
  return `neighbours:${shopperId}`;
}
