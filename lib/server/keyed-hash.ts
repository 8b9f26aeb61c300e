import { createHmac, hkdfSync } from 'node:crypto';
import { env } from './env';

/**
 * HMAC-SHA-256 under a key of this installation and this purpose alone (HKDF, RFC 5869): equal
 * texts are found again, and nobody who reads the database can try all texts there are.
 *
 * @returns 32 bytes
 */
export function keyedHash(purpose: string, text: string): Buffer {
  const master = Buffer.from(env().TEMPLATE_KEY, 'base64');
  const key = Buffer.from(hkdfSync('sha256', master, '', `keyed-hash:${purpose}`, 32));
  return createHmac('sha256', key).update(text).digest();
}
