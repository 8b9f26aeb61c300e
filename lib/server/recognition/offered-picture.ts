import 'server-only';
import { MINUTE_MS } from '@/lib/access/attempts';
import { newUuid } from '@/lib/ids/uuid';
import {
  decodeDescriptors,
  encodeDescriptors,
  type Descriptor,
} from '@/lib/recognition/descriptor';
import { withPicture } from '@/lib/recognition/enrolment';
import { EMBEDDER } from '@/models/embedder/model';
import { now } from '../clock';
import { findTemplates, type TemplateRow } from '../db/faces-store';
import {
  addOffered,
  findOffered,
  insertOffered,
  type OfferedRow,
} from '../db/offered-pictures-store';
import { seal, unseal } from '../sealing/seal';
import { picturesOf, sealTemplate } from './sealed-template';
import { knowSpaces } from './spaces';

/** From the smile to the tap on "remember me like this". */
export const OFFERED_FOR_MS = 15 * MINUTE_MS;

/**
 * Keeps the picture of a face check that asked for the PIN, sealed, if it fits the enrolment of the
 * one whom it was nearest to. It becomes part of the template only when that person asks for it.
 */
export async function offerPicture(
  { challengeId, paymentId }: Pick<OfferedRow, 'challengeId' | 'paymentId'>,
  shopperId: string,
  picture: Descriptor,
): Promise<void> {
  const template = await findTemplate(shopperId);
  if (!template || !withPicture(picturesOf(template), picture)) return;
  const sealed = seal(encodeDescriptors([picture]), contextOf(challengeId));
  await insertOffered({ challengeId, paymentId, shopperId, ...sealed, takenAt: now() });
}

export async function isPictureOffered(paymentId: string, shopperId: string): Promise<boolean> {
  return (await findOffered(paymentId, shopperId, since())) !== null;
}

/**
 * Adds the picture that was offered at this payment to the template.
 *
 * @requires the payment was confirmed by this person otherwise than by the face
 * @returns false when none is offered (any more), or it does not fit the template as it is now
 */
export async function rememberOffered(paymentId: string, shopperId: string): Promise<boolean> {
  const offered = await findOffered(paymentId, shopperId, since());
  const template = await findTemplate(shopperId);
  if (!offered || !template) return false;
  const pictures = withPicture(picturesOf(template), open(offered));
  if (!pictures) return false;
  const { modelId, enrolledAt, id: replacedId } = template;
  const sealed = await sealTemplate(pictures, shopperId);
  const renewed = { id: newUuid(), shopperId, modelId, ...sealed, enrolledAt };
  return addOffered(offered, renewed, replacedId, now());
}

async function findTemplate(shopperId: string): Promise<TemplateRow | undefined> {
  const [template] = await findTemplates([shopperId]);
  if (template?.modelId !== EMBEDDER.id) return undefined;
  await knowSpaces([template.transformVersion]);
  return template;
}

function open(row: OfferedRow): Descriptor {
  const [picture] = decodeDescriptors(unseal(row, contextOf(row.challengeId)));
  if (!picture) throw new RangeError('an offered picture is empty');
  return picture;
}

function contextOf(challengeId: string): string {
  return `offered-picture:${challengeId}`;
}

function since(): Date {
  return new Date(now().getTime() - OFFERED_FOR_MS);
}
