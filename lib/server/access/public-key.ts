import { importJWK } from 'jose';
import type { PublicKey } from '@/lib/access/device-key';
import { SIGNING_ALGORITHM } from '@/lib/liveness/signed';

/** @returns the key, or undefined when its point is not on the curve. */
export async function importPublicKey({
  kty,
  crv,
  x,
  y,
}: PublicKey): Promise<CryptoKey | undefined> {
  try {
    const key = await importJWK({ kty, crv, x, y }, SIGNING_ALGORITHM);
    return key instanceof Uint8Array ? undefined : key;
  } catch {
    return undefined;
  }
}
