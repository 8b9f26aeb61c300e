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
import { findInvitation, redeemInvitation } from '../db/invitations-store';
import { done, refused, type Result } from '../result';

/** Whoever has the link of an invitation becomes a member of the store, once. */
export function joinStore(
  join: z.output<typeof joinSchema>,
  address: string,
): Promise<Result<Joined>> {
  return guessFrom({ kind: 'invitation:address', address }, 'invitation-invalid', () =>
    redeem(join),
  );
}

async function redeem({ token, password }: z.output<typeof joinSchema>): Promise<Result<Joined>> {
  const tokenHash = hashToken(token);
  const invitation = await findInvitation(tokenHash, now());
  if (!invitation) return refused('invitation-invalid');
  const { name, email, role } = invitation;
  if (!isAcceptablePassword(password, name, '')) return refused('weak-password');
  const hashed = await secretWork('stranger', () => hashSecret(password));
  if (!hashed.ok) return hashed;
  const member = { kind: 'staff', id: newUuid() } as const;
  const note = { action: 'staff.joined', by: member, subject: member, details: { role } } as const;
  const joined = { id: member.id, passwordHash: hashed.value };
  const isMade = await redeemInvitation(tokenHash, joined, note, now());
  return isMade ? done({ email }) : refused('invitation-invalid');
}
