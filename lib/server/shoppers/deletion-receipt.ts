import { CompactSign, compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { installation } from '../keys/installation';
import { RECEIPT_ALG } from '../keys/receipt-key';

/** What the installation says of a deleted face: which one, whose, and when its key was destroyed. */
const receiptSchema = z.strictObject({
  receiptId: z.uuid(),
  shopperId: z.uuid(),
  templateId: z.uuid(),
  modelId: z.string(),
  /** ISO 8601. */
  deletedAt: z.iso.datetime(),
});
export type DeletionReceipt = z.infer<typeof receiptSchema>;

const TYP = 'face-deletion-receipt+jws';

/** @returns a compact JWS (RFC 7515) of the installation's receipt key */
export async function signReceipt(receipt: DeletionReceipt): Promise<string> {
  const { privateKey, publicKey } = installation().receiptKey;
  return new CompactSign(Buffer.from(JSON.stringify(receipt)))
    .setProtectedHeader({ alg: RECEIPT_ALG, typ: TYP, kid: publicKey.kid ?? '' })
    .sign(privateKey);
}

/** @returns what was signed; undefined when none of these keys signed it, or it is no receipt */
export async function verifyReceipt(
  signed: string,
  keys: JSONWebKeySet,
): Promise<DeletionReceipt | undefined> {
  try {
    const { payload, protectedHeader } = await compactVerify(
      signed.trim(),
      createLocalJWKSet(keys),
      { algorithms: [RECEIPT_ALG] },
    );
    if (protectedHeader.typ !== TYP) return undefined;
    return receiptSchema.parse(JSON.parse(Buffer.from(payload).toString()));
  } catch {
    return undefined;
  }
}

/** The public keys that receipts are verified with (RFC 7517). */
export function receiptKeys(): JSONWebKeySet {
  return { keys: [installation().receiptKey.publicKey] };
}
