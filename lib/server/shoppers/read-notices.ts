import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import type { Notices } from '@/lib/api/notices';
import { toWire } from '@/lib/money/wire';
import { findNotices } from '../db/notices-store';
import { done, type Result } from '../result';

const SHOWN_MAX = 20;

/** What happened to the own money, face and secrets, the newest first. */
export async function readNotices({ id }: ShopperActor): Promise<Result<Notices>> {
  const rows = await findNotices(id, SHOWN_MAX);
  const notices = rows.map(({ amount, createdAt, readAt, ...row }) => ({
    ...row,
    // A PIN was tried on somebody else's payment: only its shop is the owner's business.
    paymentId: row.topic === 'pin.refused' ? null : row.paymentId,
    amount: amount && toWire(amount),
    at: createdAt.toISOString(),
    unread: readAt === null,
  }));
  return done({ notices });
}
