import { z } from 'zod';
import type { Challenge } from '@/lib/liveness/challenge';
import { intentHashSchema } from '@/lib/intents/intent';
import { signedSchema } from '@/lib/liveness/signed';
import { DISPUTE_REASONS } from '@/lib/payments/state';
import { idSchema, pinSchema, screenSchema } from './common';
import type { PlacedOrder } from './orders';
import { authenticationResponseSchema } from './passkeys';

/**
 * What a guest typed at the counter: the last four digits (a regular of the store)
 * or the whole number (anybody).
 */
export const digitsSchema = z.string().regex(/^(\d{4}|\+?\d{7,15})$/);

/** POST /api/payments/:id/challenge → 201 {@link PaymentChallenge} */
export const challengeSchema = z.strictObject({
  /** The terminal's guest typed them; absent on the own phone. */
  digits: digitsSchema.optional(),
  /** The own phone's; the server knows a terminal's. */
  deviceId: idSchema.optional(),
  screen: screenSchema,
});
export type BeginPayment = z.input<typeof challengeSchema>;
export type PaymentChallenge = Challenge;

/**
 * POST /api/payments/:id/identify → {@link Identified}: at the counter, while the
 * smile is still awaited; says whom the terminal is about to greet. Decides nothing.
 */
export const identifySchema = z.strictObject({
  challengeId: idSchema,
  /** What `greetingSchema` names, signed by the terminal. */
  greeting: signedSchema,
});
export type Identify = z.input<typeof identifySchema>;
export interface Identified {
  /** `Mina L.`: a masked name at most. */
  readonly payer: string;
}

/** POST /api/payments/:id/authorize → {@link PlacedOrder} */
export const authorizeSchema = z.strictObject({
  challengeId: idSchema,
  /** What `evidenceSchema` names, signed by the device. */
  evidence: signedSchema,
});
export type Authorize = z.input<typeof authorizeSchema>;

/**
 * POST /api/payments/:id/pin → {@link PaidByPin}. At the counter with the whole phone number,
 * or after `one-more-thing` with the face check that asked for the PIN; on the own phone the
 * session says who pays.
 */
export const payByPinSchema = z
  .strictObject({
    phone: z.string().trim().min(4).max(32).optional(),
    challengeId: idSchema.optional(),
    pin: pinSchema,
    /** `hashIntent` of what the screen showed when the PIN was typed. */
    intentHash: intentHashSchema,
  })
  .refine(({ phone, challengeId }) => phone === undefined || challengeId === undefined, {
    path: ['challengeId'],
  });
export type PayByPin = z.input<typeof payByPinSchema>;
export interface PaidByPin extends PlacedOrder {
  /** Whether POST /api/payments/:id/remember (empty object) → 204 may make the next smile enough. */
  readonly pictureOffered: boolean;
}

/**
 * POST /api/payments/:id/passkey/options → 201, PublicKeyCredentialRequestOptionsJSON
 * POST /api/payments/:id/passkey → {@link PlacedOrder}: on the own phone.
 */
export const beginByPasskeySchema = z.strictObject({
  /** `hashIntent` of what the screen shows. */
  intentHash: intentHashSchema,
});
export const payByPasskeySchema = z.strictObject({ passkey: authenticationResponseSchema });

/**
 * POST /api/payments/:id/cancel (empty object) and GET /api/payments/:id → {@link PlacedOrder}
 *
 * POST /api/payments/:id/receive (empty object) → {@link PlacedOrder}: the goods are there.
 */

/** POST /api/payments/:id/dispute → {@link PlacedOrder}: they are not, or not as ordered. */
export const disputeSchema = z.strictObject({ reason: z.enum(DISPUTE_REASONS) });
export type DisputeRequest = z.input<typeof disputeSchema>;
