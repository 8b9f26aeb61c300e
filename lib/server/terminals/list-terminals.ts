import type { StaffActor } from '@/lib/access/actors';
import type { StoreTerminal } from '@/lib/api/terminals';
import { findTerminals } from '../db/terminals-store';
import { type Result, done } from '../result';

export async function listTerminals({
  storeId,
}: Pick<StaffActor, 'storeId'>): Promise<Result<readonly StoreTerminal[]>> {
  const rows = await findTerminals(storeId);
  return done(
    rows.map(({ pairedAt, lastSeenAt, ...row }) => ({
      ...row,
      pairedAt: pairedAt.toISOString(),
      lastSeenAt: lastSeenAt?.toISOString() ?? null,
    })),
  );
}
