import 'server-only';
import type { z } from 'zod';
import type { Joined, joinSchema } from '@/lib/api/members';
import { newUuid } from '@/lib/ids/uuid';
import { isAcceptablePassword } from '../access/acceptable-password';
import { guessFrom } from '../access/limit-by-address';
import { hashSecret } from '../access/password';
import { secretWork } from '../access/secret-work';
import { hashToken } from '../access/terminal-token';
import { now } from '../clock';
import { findOperatorInvitation, redeemOperatorInvitation } from '../db/operators-store';
import { done, refused, type Result } from '../result';

/** Whoever has the link of an invitation becomes an operator, once. */
export function joinOperators(
  join: z.output<typeof joinSchema>,
  address: string,
): Promise<Result<Joined>> {
  return guessFrom({ kind: 'invitation:address', address }, 'invitation-invalid', () =>
    redeem(join),
  );
}

async function redeem({ token, password }: z.output<typeof joinSchema>): Promise<Result<Joined>> {
  const tokenHash = hashToken(token);
  const invitation = await findOperatorInvitation(tokenHash, now());
  if (!invitation) return refused('invitation-invalid');
  const { name, email } = invitation;
  if (!isAcceptablePassword(password, name, '')) return refused('weak-password');
  const hashed = await secretWork('stranger', () => hashSecret(password));
  if (!hashed.ok) return hashed;
  const operator = { id: newUuid(), passwordHash: hashed.value };
  const isMade = await redeemOperatorInvitation(tokenHash, operator, now());
  return isMade ? done({ email }) : refused('invitation-invalid');
}
