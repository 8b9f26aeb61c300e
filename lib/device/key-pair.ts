import { exportJWK, generateKeyPair } from 'jose';
import { publicKeySchema, type PublicKey } from '@/lib/access/device-key';
import { SIGNING_ALGORITHM } from '@/lib/liveness/signed';

export interface NewKey {
  readonly publicKey: PublicKey;
  /** Signs, and cannot be read: not by us, not by a script that got into the page. */
  readonly privateKey: CryptoKey;
}

/**
 * A key for this browser alone.
 *
 * @returns undefined where there is no WebCrypto: it exists only on localhost and over https.
 */
export async function newKey(): Promise<NewKey | undefined> {
  try {
    const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: false });
    const { kty, crv, x, y } = await exportJWK(pair.publicKey);
    return {
      publicKey: publicKeySchema.parse({ kty, crv, x, y }),
      privateKey: pair.privateKey,
    };
  } catch {
    return undefined;
  }
}
