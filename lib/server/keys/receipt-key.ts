import { calculateJwkThumbprint, exportJWK, exportPKCS8, generateKeyPair, importPKCS8 } from 'jose';
import type { CryptoKey, JWK } from 'jose';

/** Signs what the installation vouches for, e.g. that a face was deleted (ECDSA on P-256). */
export interface ReceiptKey {
  readonly privateKey: CryptoKey;
  /** With `kid`, `alg` and `use`, as it is published. */
  readonly publicKey: JWK;
}

export const RECEIPT_KEY = 'receipt';
export const RECEIPT_ALG = 'ES256';

/** A new key: the private half as bytes to be sealed, the public half to be published. */
export async function newReceiptKey(): Promise<{ privateKey: Uint8Array; publicKey: JWK }> {
  const pair = await generateKeyPair(RECEIPT_ALG, { extractable: true });
  const publicKey = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(publicKey);
  return {
    privateKey: Buffer.from(await exportPKCS8(pair.privateKey)),
    publicKey: { ...publicKey, kid, alg: RECEIPT_ALG, use: 'sig' },
  };
}

/** @throws Error when the public half is missing */
export async function readReceiptKey(
  privateKey: Uint8Array,
  publicKey: JWK | null,
): Promise<ReceiptKey> {
  if (!publicKey) throw new Error('the receipt key has no public half');
  const pem = Buffer.from(privateKey).toString();
  return { privateKey: await importPKCS8(pem, RECEIPT_ALG), publicKey };
}
