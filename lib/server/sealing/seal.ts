import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '../env';

/**
 * What is sealed: bytes under a key of their own (AES-256-GCM), and that key wrapped by
 * the installation's master key. Whoever deletes the wrapped key has destroyed the content
 * for good, backups of the content included (crypto-shredding, ISO/IEC 24745).
 */
export interface Sealed {
  readonly wrappedKey: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** @param context binds the seal to its owner, e.g. a row's id: moved to another row, it does not open. */
export function seal(content: Uint8Array, context: string): Sealed {
  const key = randomBytes(32);
  return {
    wrappedKey: encrypt(masterKey(), key, `key:${context}`),
    sealed: encrypt(key, content, context),
  };
}

/** @throws when the content, its key or its context was tampered with. */
export function unseal({ wrappedKey, sealed }: Sealed, context: string): Uint8Array {
  return decrypt(decrypt(masterKey(), wrappedKey, `key:${context}`), sealed, context);
}

/** 32 bytes for one purpose, always the same, that tell nothing of the master key (RFC 5869). */
export function derivedKey(purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey(), new Uint8Array(), purpose, 32));
}

function masterKey(): Buffer {
  return Buffer.from(env().TEMPLATE_KEY, 'base64');
}

function encrypt(key: Uint8Array, content: Uint8Array, context: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const parts = [nonce, cipher.update(content), cipher.final()];
  return new Uint8Array(Buffer.concat([...parts, cipher.getAuthTag()]));
}

function decrypt(key: Uint8Array, box: Uint8Array, context: string): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(context))
    .setAuthTag(box.subarray(box.length - TAG_BYTES));
  const content = box.subarray(NONCE_BYTES, box.length - TAG_BYTES);
  return Buffer.concat([decipher.update(content), decipher.final()]);
}
