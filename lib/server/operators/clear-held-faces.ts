import 'server-only';
import type { OperatorActor } from '@/lib/access/actors';
import type { HeldFaces } from '@/lib/api/operator';
import type { Uuid } from '@/lib/ids/uuid';
import { maskName } from '../access/masked-name';
import { now } from '../clock';
import { clearHeldFace, findHeldFaces } from '../db/held-faces-store';
import { done, refused, type Result } from '../result';

export async function listHeldFaces(): Promise<Result<HeldFaces>> {
  const held = await findHeldFaces();
  return done({
    faces: held.map(({ shopperId, name, besideName, heldAt }) => ({
      shopperId,
      name: name && maskName(name),
      besideName: besideName && maskName(besideName),
      heldAt: heldAt.toISOString(),
    })),
  });
}

/** They are two different people: the face pays again, and its owner is told. */
export async function clearFace(
  { id }: OperatorActor,
  shopperId: Uuid,
): Promise<Result<undefined>> {
  const by = { kind: 'operator', id } as const;
  const subject = { kind: 'shopper', id: shopperId } as const;
  const note = { action: 'face.cleared', by, subject } as const;
  return (await clearHeldFace(shopperId, note, now())) ? done(undefined) : refused('not-found');
}
