import { CompactSign } from 'jose';
import { findDeviceKey } from '@/lib/device/key-store';
import { SIGNED_TYPES, SIGNING_ALGORITHM } from '@/lib/liveness/signed';

/**
 * Signs with this paired tablet's own key, whatever is to be signed: the key cannot be read,
 * but whoever holds the tablet can use it.
 *
 * @param kid another device's id in the header; the own one if left out.
 * @throws when this browser has no key.
 */
export async function signWithThisTablet(payload: object, kid?: string): Promise<string> {
  const found = await findDeviceKey('terminal');
  if (found.kind !== 'found') throw new Error(`no key: ${found.kind}`);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({
      alg: SIGNING_ALGORITHM,
      typ: SIGNED_TYPES.evidence,
      kid: kid ?? found.key.id,
    })
    .sign(found.key.privateKey);
}
