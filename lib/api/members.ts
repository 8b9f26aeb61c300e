import { z } from 'zod';
import { HIRED_ROLES, type HiredRole, type StaffRole } from '@/lib/access/roles';
import type { Uuid } from '@/lib/ids/uuid';
import { pinSchema } from './common';
import { shownTextSchema } from '@/lib/text/shown-text';

/** GET /api/staff/members (managers): who works in the store, and who is invited. */
export interface StaffMembers {
  readonly members: readonly StaffMember[];
  readonly invitations: readonly StaffInvitation[];
}

export interface StaffMember {
  readonly id: Uuid;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  /** Whoever asks. */
  readonly isYou: boolean;
  /** Whoever asks may remove them. */
  readonly mayRemove: boolean;
}

export interface StaffInvitation {
  readonly name: string;
  readonly email: string;
  readonly role: HiredRole;
  readonly expiresAt: string;
}

/**
 * POST /api/staff/members/invitations (managers) → 201 {@link InvitationMade}. Managers invite staff,
 * the owner managers too. The same email again: the newest link counts.
 */
export const inviteSchema = z.strictObject({
  name: shownTextSchema(60),
  email: z.email().max(200),
  role: z.enum(HIRED_ROLES),
});

export interface InvitationMade extends StaffInvitation {
  /** Shown once: `/join#<token>` is the link. */
  readonly token: string;
}

/** PUT /api/staff/members/:id/role (owners) → 204 */
export const memberRoleSchema = z.strictObject({ role: z.enum(HIRED_ROLES) });

/** DELETE /api/staff/members/:id (managers) → 204: signed out everywhere, at once. */

/** POST /api/staff/join → 201 {@link Joined}: whoever has the link chooses a password. */
export const joinSchema = z.strictObject({
  token: z.string().regex(/^[\w-]{43}$/),
  password: z.string().min(10).max(200),
});

/** PUT /api/staff/password → 204: all other sessions of this member are ended. */
export const staffPasswordSchema = z.strictObject({
  password: z.string().max(200),
  newPassword: z.string().min(10).max(200),
});

/**
 * POST /api/staff/passkeys/options → 201, as `POST /api/me/passkeys/options`: on a tablet that others
 * use too, a session is not enough to add a key. The other routes are as those of shoppers.
 */
export const staffPasskeyOptionsSchema = z.strictObject({ password: z.string().max(200) });

/** PUT /api/staff/code → 204: six digits of the member's own, for taking over a tablet. */
export const staffCodeSchema = z.strictObject({
  code: pinSchema,
  password: z.string().max(200),
});
export type StaffCode = z.input<typeof staffCodeSchema>;

/**
 * GET /api/staff/colleagues → whoever of the store can take over this tablet with a code, which they
 * do at `/api/staff/auth/callback/staff-code`.
 */
export interface Colleagues {
  readonly hasCode: boolean;
  readonly colleagues: readonly { readonly id: Uuid; readonly name: string }[];
}

export interface Joined {
  /** To sign in with. */
  readonly email: string;
}
