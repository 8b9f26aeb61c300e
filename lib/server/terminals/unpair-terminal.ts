import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { StoreTerminal } from '@/lib/api/terminals';
import type { Uuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { findTerminals, isTerminalOf, revokeTerminal } from '../db/terminals-store';
import { done, refused, type Result } from '../result';

export async function storeTerminals({
  storeId,
}: Pick<StaffActor, 'storeId'>): Promise<Result<readonly StoreTerminal[]>> {
  const rows = await findTerminals(storeId);
  return done(rows.map(({ pairedAt, ...row }) => ({ ...row, pairedAt: pairedAt.toISOString() })));
}

/**
 * From afar, for a tablet that was stolen or is not to be trusted: from now on neither its cookie
 * nor its key is known. What it is in the middle of is refused; what it has paid stays paid.
 */
export async function unpairFromAfar(
  { storeId }: Pick<StaffActor, 'storeId'>,
  terminalId: Uuid,
): Promise<Result<undefined>> {
  if (!(await isTerminalOf(storeId, terminalId))) return refused('not-found');
  await revokeTerminal(terminalId, now());
  return done(undefined);
}
