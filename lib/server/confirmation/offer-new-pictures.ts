import 'server-only';
import { DAY_MS } from '@/lib/access/attempts';
import { countStepUps } from '../db/challenges-store';
import { tellShopper } from '../db/outbox-store';

const OFTEN = { times: 3, withinMs: 30 * DAY_MS } as const;

/**
 * After every third step-up within a month the person is offered new pictures: the face is theirs,
 * but the pictures are too near to somebody else's, or too old.
 */
export async function offerNewPictures(shopperId: string, at: Date): Promise<void> {
  const count = await countStepUps(shopperId, new Date(at.getTime() - OFTEN.withinMs));
  if (count % OFTEN.times !== 0) return;
  await tellShopper('face.new-pictures', { shopperId }, at);
}
