import 'server-only';
import { addAudit } from '../db/audit-store';
import { databasePool } from '../db/pool';
import { findCodes } from '../db/staff-store';
import { refused, type Result } from '../result';
import type { AuthAttempt } from './auth-options';
import { proveSecret } from './prove-secret';
import { staffOfSession } from './sessions';

/**
 * Takes over a tablet: whoever is named, of the same store, and types their own six digits. The
 * session of the colleague ends, and the new one lives no longer than it would have: somebody typed a
 * password here at most twelve hours ago.
 *
 * @param attempt its session says which store
 */
export async function signInByCode(
  attempt: AuthAttempt,
  memberId: string,
  code: string,
): Promise<Result<{ readonly id: string }>> {
  const { previousId } = attempt;
  const colleague = previousId === null ? null : await staffOfSession(previousId);
  if (!colleague) return refused('not-signed-in');
  const { storeId } = colleague;
  const proven = await proveSecret({
    typed: code,
    find: async () => (await findCodes(storeId)).find(({ id }) => id === memberId) ?? null,
    hashOf: ({ codeHash }) => codeHash,
    own: { kind: 'staff-code:member', id: memberId },
    others: [{ kind: 'staff-code:store', id: storeId }],
    lane: 'known',
    codes: { wrong: 'sign-in-refused', stopped: 'rate-limited' },
    onWrong: async (member, { at }) => {
      if (!member) return;
      const subject = { kind: 'staff', id: member.id } as const;
      const note = { action: 'staff.sign-in-refused', by: { kind: 'unknown' }, subject } as const;
      await addAudit(databasePool(), subject, note, at);
    },
  });
  if (proven.ok) attempt.validUntilMax = colleague.validUntil;
  return proven;
}
