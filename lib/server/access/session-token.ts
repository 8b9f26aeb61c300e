import { createHash, randomBytes } from 'node:crypto';
import { decodeProtectedHeader } from 'jose';
import { decode, encode } from 'next-auth/jwt';
import type { Audience, SessionIdHash } from '../db/sessions-store';
import { env } from '../env';
import { SESSION_LIFE } from './session-life';

/** 256 random bits: nothing to guess. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database knows of a session id; a random one needs no slow hash. */
export function hashSessionId(id: string): SessionIdHash {
  return new Uint8Array(createHash('sha256').update(id).digest());
}

/**
 * The cookie's text: an encrypted JWT (next-auth's, JWE A256GCM under NEXTAUTH_SECRET) that holds
 * the session's id and its audience, and nothing of the person.
 */
export function sealSession(audience: Audience, id: string): Promise<string> {
  return encode({
    token: { sid: id, aud: audience },
    secret: env().NEXTAUTH_SECRET,
    maxAge: SESSION_LIFE[audience].absoluteMs / 1000,
  });
}

/** @returns the session's id; null for what we did not seal, is too old, or is for others. */
export async function openSession(audience: Audience, text: string): Promise<string | null> {
  // Longer than any of ours; decrypting it would only be work.
  if (text.length > 1_000) return null;
  try {
    if (!isSealedAsOurs(text)) return null;
    const token = await decode({ token: text, secret: env().NEXTAUTH_SECRET });
    return token?.aud === audience && typeof token.sid === 'string' ? token.sid : null;
  } catch {
    return null;
  }
}

/** The algorithms are ours to name (RFC 8725, 3.1): next-auth would take others that fit the key. */
function isSealedAsOurs(text: string): boolean {
  const { alg, enc } = decodeProtectedHeader(text);
  return alg === 'dir' && enc === 'A256GCM';
}
