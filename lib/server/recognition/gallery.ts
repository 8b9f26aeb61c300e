import 'server-only';
import type { Descriptor } from '@/lib/recognition/descriptor';
import { findTemplates } from '../db/faces-store';
import { logFault } from '../log';
import { openTemplate, type EnrolledFace, type RefusedFace } from './sealed-template';
import { currentSpace, intoSpace, knowSpaces, type Space } from './spaces';

/** The faces of some people, opened for one comparison. */
export interface Gallery {
  readonly space: Space;
  readonly candidates: readonly EnrolledFace[];
  /** Who has a face that cannot be compared, and why; the others pay all the same. */
  readonly refused: readonly RefusedFace[];
  /** A probe in the space of these candidates. */
  readonly protect: (probe: Descriptor) => Descriptor;
}

/** Opens the templates of these people, those only. */
export async function openGallery(
  shopperIds: readonly string[],
  space: Space = currentSpace(),
): Promise<Gallery> {
  const rows = shopperIds.length === 0 ? [] : await findTemplates(shopperIds);
  await knowSpaces(rows.map(({ transformVersion }) => transformVersion));
  const opened = rows.map((row) => openTemplate(row, space));
  for (const face of opened) {
    if (face.kind === 'refused' && face.reason === 'template-unreadable') {
      logFault(`template:${face.templateId}`, new Error('a sealed template does not open'));
    }
  }
  return {
    space,
    candidates: opened.filter((face) => face.kind === 'enrolled'),
    refused: opened.filter((face) => face.kind === 'refused'),
    protect: (probe) => intoSpace(space, probe),
  };
}
