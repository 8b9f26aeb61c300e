import { randomUUID } from 'node:crypto';
import { type Descriptor, fuse } from '@/lib/recognition/descriptor';
import { EMBEDDER } from '@/models/embedder/model';
import { now } from '../clock';
import { replaceTemplate } from '../db/faces-store';
import { databasePool } from '../db/pool';
import { drawPerson, seeded } from './drawn-people.fixture';
import { sealTemplate } from './sealed-template';

export interface EnrolledPerson {
  readonly id: string;
  readonly template: Descriptor;
}

const random = seeded(11);

/** A shopper with a face, stored as the app stores it. @param captures drawn when not given */
export async function enrolPerson(captures = drawPerson(random, 3)): Promise<EnrolledPerson> {
  const id = randomUUID();
  const phone = `+86${String(Math.floor(10 ** 10 * (1 + random() * 8.99)))}`;
  await databasePool().query(
    `INSERT INTO shoppers (id, phone, name, password_hash, currency, created_at)
     VALUES ($1, $2, 'A drawn person', '', 'CNY', now())`,
    [id, phone],
  );
  await enrolAgain(id, captures);
  return { id, template: fuse(captures) };
}

export async function enrolAgain(
  shopperId: string,
  captures: readonly Descriptor[],
): Promise<void> {
  const sealed = await sealTemplate(captures, shopperId);
  await replaceTemplate({
    id: randomUUID(),
    shopperId,
    modelId: EMBEDDER.id,
    ...sealed,
    enrolledAt: now(),
  });
}
