import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { now } from '../../clock';
import {
  insertPasskeyChallenge,
  takePasskeyChallenge,
  type PasskeyChallenge,
  type PasskeyOwner,
  type PasskeyPurpose,
} from '../../db/passkeys-store';

/** Long enough to find a security key; the browser's own question takes as long. */
export const CHALLENGE_LIFETIME_MS = 5 * 60_000;

/** Bytes that nobody can know before. */
const NONCE_BYTES = 32;

/** @returns what an authenticator has to sign once, within five minutes */
export async function issueChallenge(
  purpose: Exclude<PasskeyPurpose, 'confirmation'>,
  owner: PasskeyOwner | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(NONCE_BYTES));
  const at = now();
  const expiresAt = new Date(at.getTime() + CHALLENGE_LIFETIME_MS);
  await insertPasskeyChallenge(hashOf(challenge), purpose, owner, {
    ...{ intentHash: null, expiresAt, at },
  });
  return challenge;
}

/**
 * Dynamic linking (PSD2 RTS, article 5): what is signed begins with the intent's hash.
 *
 * @param intentHash 64 hexadecimal digits
 * @param expiresAt the intent's own
 */
export async function issueChallengeFor(
  intentHash: string,
  owner: PasskeyOwner,
  expiresAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = Buffer.from(intentHash, 'hex');
  const challenge = new Uint8Array(Buffer.concat([hash, randomBytes(NONCE_BYTES)]));
  const at = now();
  await insertPasskeyChallenge(hashOf(challenge), 'confirmation', owner, {
    ...{ intentHash, expiresAt, at },
  });
  return challenge;
}

/** @param challenge base64url. @returns null for any but a waiting one, which is gone after that */
export function takeChallenge(
  challenge: string,
  purpose: PasskeyPurpose,
): Promise<PasskeyChallenge | null> {
  return takePasskeyChallenge(hashOf(Buffer.from(challenge, 'base64url')), purpose, now());
}

function hashOf(challenge: Uint8Array): Uint8Array {
  return createHash('sha256').update(challenge).digest();
}
