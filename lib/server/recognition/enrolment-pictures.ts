import 'server-only';
import {
  decodeDescriptors,
  encodeDescriptors,
  type Descriptor,
} from '@/lib/recognition/descriptor';
import type { Pictures } from '@/lib/recognition/enrolment';
import { now } from '../clock';
import { findPictures, insertPicture, type PictureRow } from '../db/enrolment-store';
import { seal, unseal } from '../sealing/seal';

/** Whoever takes longer between two pictures begins anew. */
export const PICTURES_KEPT_MS = 30 * 60 * 1000;

/** The pictures of an enrolment that is not complete yet. */
export async function openPictures(shopperId: string): Promise<Pictures> {
  return (await findPictures(shopperId, since())).map(open);
}

/** @returns all pictures of this enrolment, with this one. */
export async function keepPicture(
  shopperId: string,
  challengeId: string,
  picture: Descriptor,
): Promise<Pictures> {
  const sealed = seal(encodeDescriptors([picture]), contextOf(challengeId));
  const row = { challengeId, shopperId, ...sealed, takenAt: now() };
  return (await insertPicture(row, since())).map(open);
}

function open(row: PictureRow): Descriptor {
  const [picture] = decodeDescriptors(unseal(row, contextOf(row.challengeId)));
  if (!picture) throw new RangeError('an enrolment picture is empty');
  return picture;
}

function contextOf(challengeId: string): string {
  return `enrolment-picture:${challengeId}`;
}

function since(): Date {
  return new Date(now().getTime() - PICTURES_KEPT_MS);
}
