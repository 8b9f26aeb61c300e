import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, UnknownMasterKey, unwrapKey, wrapKey } from './key-ring';
import { masterKeys, masterKeysAgain } from './key-source';

/**
 * What is sealed: bytes under a key of their own (AES-256-GCM), and that key wrapped by a
 * master key. Whoever deletes the wrapped key has destroyed the content for good, backups of
 * the content included (crypto-shredding, ISO/IEC 24745).
 */
export interface Sealed {
  readonly wrappedKey: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

const KEY_BYTES = 32;

/** @param context binds the seal to its owner, e.g. a row's id: moved to another row, it does not open. */
export function seal(content: Uint8Array, context: string): Sealed {
  const key = randomBytes(KEY_BYTES);
  return {
    wrappedKey: wrapKey(masterKeys(), key, context),
    sealed: encrypt(key, content, context),
  };
}

/** @throws when the content, its key or its context was tampered with, or the key was destroyed. */
export function unseal({ wrappedKey, sealed }: Sealed, context: string): Uint8Array {
  return decrypt(openKey(wrappedKey, context), sealed, context);
}

/**
 * The key inside a wrapped one, to open or seal several things with it.
 *
 * @throws UnknownMasterKey when this instance does not hold the master key, even after asking
 *   for it again; Error when it was tampered with or destroyed
 */
export function openKey(wrappedKey: Uint8Array, context: string): Uint8Array {
  try {
    return unwrapKey(masterKeys(), wrappedKey, context);
  } catch (error) {
    if (!(error instanceof UnknownMasterKey)) throw error;
    return unwrapKey(masterKeysAgain(), wrappedKey, context);
  }
}

/** The same key, wrapped under the current master key; what it seals stays as it is. */
export function rewrapKey(wrappedKey: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  return wrapKey(masterKeys(), openKey(wrappedKey, context), context);
}
