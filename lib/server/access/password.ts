import { hash, verify, type Options } from '@node-rs/argon2';

/** argon2id with the first parameters that OWASP recommends: 19 MiB, two passes, one lane. */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Passwords and PINs alike: a PHC string with its own salt. */
export function hashSecret(secret: string): Promise<string> {
  return hash(secret, ARGON2ID);
}

/**
 * @param stored undefined when there is nobody: the same work is done all the same, so that
 *   the time of the answer does not tell whether an account exists.
 */
export async function verifySecret(
  stored: string | null | undefined,
  secret: string,
): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody()), secret);
  return matches && Boolean(stored);
}

let nobodyHash: Promise<string> | undefined;
function nobody(): Promise<string> {
  nobodyHash ??= hashSecret('there is no such account');
  return nobodyHash;
}
