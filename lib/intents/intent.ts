import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { CLAIMS } from '@/lib/access/claim';
import { uuidSchema } from '@/lib/ids/uuid';

const expiresAt = z.iso.datetime();
/** Minor units, decimal. */
const amount = z.string().regex(/^\d{1,19}$/);
const currency = z.string().regex(/^[A-Z]{3}$/);

/**
 * What somebody is about to do. An intent is confirmed as a whole or not at all: every way to
 * confirm it (`confirmation.ts`) signs or repeats its hash, so a confirmation can be used for
 * nothing else, for no other amount and no other payee (PSD2 RTS, article 5, dynamic linking).
 */
export const intentSchema = z.discriminatedUnion('purpose', [
  z.strictObject({
    purpose: z.literal('payment'),
    paymentId: uuidSchema,
    amount,
    currency,
    payee: z.string().min(1).max(200),
    /** How the payer says who they are; the person is known only once it is confirmed. */
    payer: z.enum(CLAIMS),
    expiresAt,
  }),
  z.strictObject({ purpose: z.literal('enrolment'), shopperId: z.uuid(), expiresAt }),
  z.strictObject({ purpose: z.literal('unfreeze'), shopperId: z.uuid(), expiresAt }),
  z.strictObject({ purpose: z.literal('new-pin'), shopperId: z.uuid(), expiresAt }),
  z.strictObject({ purpose: z.literal('export'), shopperId: z.uuid(), expiresAt }),
  z.strictObject({ purpose: z.literal('new-password'), shopperId: z.uuid(), expiresAt }),
  z.strictObject({ purpose: z.literal('close-account'), shopperId: z.uuid(), expiresAt }),
  z.strictObject({
    purpose: z.literal('raise-limit'),
    shopperId: z.uuid(),
    /** What a face alone may pay at once, and within 24 hours. */
    perPayment: amount,
    perDay: amount,
    currency,
    amounts: z.enum(['small', 'all']),
    expiresAt,
  }),
]);

export type Intent = z.infer<typeof intentSchema>;
export type Purpose = Intent['purpose'];
export type PaymentIntent = Extract<Intent, { purpose: 'payment' }>;

/** Another text could mean something else in another protocol; this one is only ours. */
const DOMAIN = 'smile-to-pay intent 1\n';

/**
 * SHA-256 of the intent in canonical JSON (RFC 8785: keys in order; all values are strings).
 *
 * @returns 64 hexadecimal digits, the same in every browser and on the server
 */
export function hashIntent(intent: Intent): string {
  const entries = Object.entries(intent).sort(([a], [b]) => (a < b ? -1 : 1));
  return bytesToHex(sha256(utf8ToBytes(DOMAIN + JSON.stringify(Object.fromEntries(entries)))));
}

/** As {@link hashIntent} gives it. */
export const intentHashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export type EnrolmentIntent = Extract<Intent, { purpose: 'enrolment' }>;
export type RaiseLimitIntent = Extract<Intent, { purpose: 'raise-limit' }>;

/** What somebody does to the own account, as the server states it. */
export function ownIntent<P extends Exclude<Purpose, 'payment' | 'raise-limit'>>(
  purpose: P,
  shopperId: string,
  expiresAt: Date,
): { readonly purpose: P; readonly shopperId: string; readonly expiresAt: string } {
  return { purpose, shopperId, expiresAt: expiresAt.toISOString() };
}
