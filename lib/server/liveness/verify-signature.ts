import { compactVerify } from 'jose';
import { z } from 'zod';
import { SIGNING_ALGORITHM, type SignedType } from '@/lib/liveness/signed';
import type { LiveDevice } from '../db/devices-store';
import { importPublicKey } from '../access/public-key';

/**
 * @param signed anything; a compact JWS is hoped for
 * @returns the payload's bytes, if this very device signed them, as this type; else undefined
 */
export async function verifySignature(
  signed: string,
  typ: SignedType,
  { id, publicKey }: Pick<LiveDevice, 'id' | 'publicKey'>,
): Promise<Uint8Array | undefined> {
  const key = await importPublicKey(publicKey);
  if (!key) return undefined;
  try {
    // The algorithm is ours to name, never the sender's (RFC 8725, 3.1).
    const options = { algorithms: [SIGNING_ALGORITHM] };
    const { payload, protectedHeader } = await compactVerify(signed, key, options);
    return headerOf(typ, id).safeParse(protectedHeader).success ? payload : undefined;
  } catch {
    return undefined;
  }
}

/** Exactly these three: no `crit`, no key of the sender's own choice. */
function headerOf(typ: SignedType, kid: string) {
  return z.strictObject({
    alg: z.literal(SIGNING_ALGORITHM),
    typ: z.literal(typ),
    kid: z.literal(kid),
  });
}
