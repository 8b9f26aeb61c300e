import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import { now } from '../clock';
import { dayIn } from '../day';
import { findMerchant } from '../db/merchants-store';

/** A chain of the audit trail, as somebody may read it. */
export interface Trail {
  readonly scopeId: string;
  /** Whose days it is read by, an IANA name. */
  readonly timeZone: string;
  /** Who is named in it, and can be looked for. */
  readonly people: 'staff' | 'operator';
}

/** The platform's, its shoppers' and its operators'. */
export const PLATFORM_TRAIL: Trail = {
  scopeId: '00000000-0000-0000-0000-000000000000',
  timeZone: 'UTC',
  people: 'operator',
};

export async function merchantTrail({
  merchantId,
}: Pick<StaffActor, 'merchantId'>): Promise<Trail> {
  const { timeZone } = (await findMerchant(merchantId)).settings;
  return { scopeId: merchantId, timeZone, people: 'staff' };
}

/** The day that it is now by the trail. */
export function todayOf({ timeZone }: Trail): string {
  return dayIn(timeZone, now());
}
