import { createHmac } from 'node:crypto';
import { derivedKey } from './seal';

/**
 * HMAC-SHA-256 under a key of this installation and this purpose alone: equal texts are found
 * again, and nobody who reads the database can try all texts there are.
 *
 * @returns 32 bytes
 */
export function keyedHash(purpose: string, text: string): Buffer {
  return createHmac('sha256', derivedKey(`keyed-hash:${purpose}`))
    .update(text)
    .digest();
}
