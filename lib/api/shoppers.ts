import { z } from 'zod';
import { DEFAULT_COUNTRY } from '@/lib/money/currency';
import type { Challenge } from '@/lib/liveness/challenge';
import { signedSchema } from '@/lib/liveness/signed';
import { shownTextSchema } from '@/lib/text/shown-text';
import { idSchema, pinSchema, screenSchema } from './common';

/** Version of the words on the consent page; a change of meaning is a new version. */
export const CONSENT_VERSION = '2026-11';

/** POST /api/shoppers → 201 {@link SignedUp}, whether or not the number had an account already */
export const signUpSchema = z.strictObject({
  /** As typed; the server reads it with `defaultCountry` and keeps E.164. */
  phone: z.string().trim().min(4).max(32),
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default(DEFAULT_COUNTRY),
  /** As the staff may read a part of it. */
  name: shownTextSchema(60),
  password: z.string().min(10).max(200),
});
export type SignUp = z.input<typeof signUpSchema>;
export interface SignedUp {
  /** E.164; what next-auth's `signIn('shopper', { phone, password })` takes. */
  readonly phone: string;
}

/** GET /api/me → {@link Me} */
export interface Me {
  readonly id: string;
  readonly name: string;
  /** `+86 ••• •••• 1234` */
  readonly maskedPhone: string;
  readonly pinSet: boolean;
  /** Whether a face may be added or changed now; if not, the password is asked for first. */
  readonly freshlySignedIn: boolean;
  readonly consent: { readonly version: string; readonly givenAt: string } | null;
  readonly face: {
    readonly enrolledAt: string;
    readonly modelId: string;
    /** It looks like a face on another account, and pays nowhere until somebody had a look. */
    readonly held: boolean;
  } | null;
  /** Then the face alone never pays. */
  readonly hasTwin: boolean;
  /** Since when nobody can pay from the wallet; null while everything works. */
  readonly frozenAt: string | null;
}

/** POST /api/me/consent → 204 */
export const consentSchema = z.strictObject({ version: z.literal(CONSENT_VERSION) });

/** POST /api/me/enrolment/challenge → 201 {@link Challenge} */
export const enrolmentChallengeSchema = z.strictObject({
  deviceId: idSchema.optional(),
  /** Begins anew: pictures of an enrolment that was not completed are forgotten. */
  anew: z.boolean().optional(),
  screen: screenSchema,
});
export type BeginEnrolment = z.input<typeof enrolmentChallengeSchema>;
export type EnrolmentChallenge = Challenge;

/** POST /api/me/enrolment → 201 {@link Enrolled}: one face check is one picture. */
export const enrolSchema = z.strictObject({
  challengeId: idSchema,
  /** What `evidenceSchema` names, signed by the own phone. */
  evidence: signedSchema,
});
export type Enrol = z.input<typeof enrolSchema>;
export type Enrolled =
  /** More pictures are needed; `alike`: this one looks like an earlier one, other light helps. */
  | { readonly kind: 'unfinished'; readonly missing: number; readonly alike: boolean }
  | { readonly kind: 'complete'; readonly enrolledAt: string; readonly modelId: string };

/** DELETE /api/me/face → {@link FaceDeleted}: the key that sealed the template is destroyed. */
export interface FaceDeleted {
  readonly receiptId: string;
  readonly deletedAt: string;
  /** A compact JWS over all of it, by a key in GET /.well-known/jwks.json. */
  readonly receipt: string;
}

/** PUT /api/me/twin → 204: somebody looks just like me, or nobody does any more. */
export const twinSchema = z.strictObject({ hasTwin: z.boolean() });
export type Twin = z.output<typeof twinSchema>;

/** PUT /api/me/pin → 204 */
export const setPinSchema = z.strictObject({
  pin: pinSchema,
  password: z.string().min(1).max(200),
});
export type SetPin = z.input<typeof setPinSchema>;

/**
 * POST /api/me/freeze (empty object) → 204: nothing new is paid from the wallet, by whatever means.
 * POST /api/me/unfreeze → 204
 */
export const unfreezeSchema = z.strictObject({ password: z.string().min(1).max(200) });
export type Unfreeze = z.input<typeof unfreezeSchema>;
