import { createHmac } from 'node:crypto';
import { derivedKey } from './installation';

/**
 * HMAC-SHA-256 under a key of this installation and this purpose alone: equal inputs are found
 * again, and nobody who reads the database can try all inputs there are.
 *
 * @returns 32 bytes
 */
export function keyedHash(purpose: string, input: string | Uint8Array): Buffer {
  return createHmac('sha256', derivedKey(`keyed-hash:${purpose}`))
    .update(input)
    .digest();
}
