import type { ShopperActor } from '@/lib/access/actors';
import { now } from '../clock';
import { setNoticesRead } from '../db/notices-store';
import { type Result, done } from '../result';

export async function markNoticesRead({ id }: ShopperActor): Promise<Result<undefined>> {
  await setNoticesRead(id, now());
  return done(undefined);
}
