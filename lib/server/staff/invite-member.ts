import 'server-only';
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { StaffActor } from '@/lib/access/actors';
import { mayManage } from '@/lib/access/roles';
import type { InvitationMade, inviteSchema } from '@/lib/api/members';
import { hashToken } from '../access/terminal-token';
import { now } from '../clock';
import { replaceInvitation } from '../db/invitations-store';
import { findMembers } from '../db/staff-store';
import { LIMITS } from '../limits';
import { done, refused, type Result } from '../result';

export const INVITATION_LIFETIME_MS = 3 * 24 * 60 * 60 * 1000;

/** A link by which one person joins the store, once, within three days. */
export async function inviteMember(
  { id, storeId, role: own }: StaffActor,
  invite: z.output<typeof inviteSchema>,
): Promise<Result<InvitationMade>> {
  const { name, role } = invite;
  const email = invite.email.toLowerCase();
  if (!mayManage(own, role)) return refused('not-allowed');
  // Whether somebody works for another merchant is nobody's business here: then the link opens nothing.
  const members = await findMembers(storeId);
  if (members.some((member) => member.email === email)) return refused('works-here-already');
  const createdAt = now();
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(createdAt.getTime() + INVITATION_LIFETIME_MS);
  const invitation = { name, email, role, expiresAt };
  const isMade = await replaceInvitation(
    { ...invitation, storeId, tokenHash: hashToken(token), createdAt },
    LIMITS.openInvitationsOfStore,
    { action: 'staff.invited', by: { kind: 'staff', id }, details: { role } },
  );
  if (!isMade) return refused('too-many-invitations');
  return done({ ...invitation, expiresAt: expiresAt.toISOString(), token });
}
