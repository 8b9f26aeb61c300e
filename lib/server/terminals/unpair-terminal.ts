import 'server-only';
import type { StaffActor } from '@/lib/access/actors';
import type { Uuid } from '@/lib/ids/uuid';
import { now } from '../clock';
import { isTerminalOf, revokeTerminal } from '../db/terminals-store';
import { done, refused, type Result } from '../result';

/**
 * From afar, for a tablet that was stolen or is not to be trusted: from now on neither its cookie
 * nor its key is known. What it is in the middle of is refused; what it has paid stays paid.
 */
export async function unpairTerminal(
  { id, storeId }: Pick<StaffActor, 'id' | 'storeId'>,
  terminalId: Uuid,
): Promise<Result<undefined>> {
  if (!(await isTerminalOf(storeId, terminalId))) return refused('not-found');
  await revokeTerminal(terminalId, now(), { kind: 'staff', id });
  return done(undefined);
}
