import { randomBytes } from 'node:crypto';
import { hashToken } from '../access/terminal-token';
import { replaceOperatorInvitation } from '../db/operators-store';

const LIFETIME_MS = 24 * 60 * 60 * 1000;

/**
 * A link by which one person becomes an operator, or sets a new password, once, within a day. Only
 * a command makes it, for whoever can reach the machine.
 *
 * @returns the token of `/operator/join#<token>`
 */
export async function inviteOperator(
  { name, email }: { readonly name: string; readonly email: string },
  at: Date,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(at.getTime() + LIFETIME_MS);
  await replaceOperatorInvitation(
    { name, email: email.toLowerCase(), expiresAt },
    hashToken(token),
    at,
  );
  return token;
}
