import { z } from 'zod';
import { DEFAULT_COUNTRY } from '@/lib/money/currency';
import type { Challenge } from '@/lib/liveness/challenge';
import type { MoneyWire } from '@/lib/money/wire';
import { signedSchema } from '@/lib/liveness/signed';
import { shownTextSchema } from '@/lib/text/shown-text';
import { idSchema, pinSchema, screenSchema } from './common';
import { confirmedBy } from './confirmations';

/** Version of the words on the consent page; a change of meaning is a new version. */
export const CONSENT_VERSION = '2026-11';

/** As typed; the server reads it with `defaultCountry` and keeps E.164. */
const typedPhone = {
  phone: z.string().trim().min(4).max(32),
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default(DEFAULT_COUNTRY),
};

/**
 * POST /api/phone-codes → 201 {@link PhoneCodeSent}: six digits are sent to the number, the same
 * whether or not it has an account.
 */
export const phoneCodeSchema = z.strictObject(typedPhone);
export type AskPhoneCode = z.input<typeof phoneCodeSchema>;
export interface PhoneCodeSent {
  /** E.164 */
  readonly phone: string;
  /** Whether the demo's page /inbox shows the message, because none is really sent. */
  readonly inbox: boolean;
}

const newPasswordSchema = z.string().min(10).max(200);

const sentCodeSchema = z.string().regex(/^\d{6}$/);

/**
 * POST /api/me/phone/code (empty object) → 201 {@link PhoneCodeSent}: to the own number.
 * POST /api/me/phone/proof → 204: the code came back from it.
 */
export const provePhoneSchema = z.strictObject({ code: sentCodeSchema });
export type ProvePhone = z.input<typeof provePhoneSchema>;

/** POST /api/shoppers → 201 {@link SignedUp} */
export const signUpSchema = z.strictObject({
  ...typedPhone,
  /** That POST /api/phone-codes sent to this number. */
  code: sentCodeSchema,
  /** As the staff may read a part of it. */
  name: shownTextSchema(60),
  password: newPasswordSchema,
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
  /** Whether the number was proven to be theirs; until then they pay at no counter. */
  readonly phoneProven: boolean;
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
  readonly hasPasskey: boolean;
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
  ...confirmedBy,
});
export type SetPin = z.input<typeof setPinSchema>;

/**
 * POST /api/me/freeze (empty object) → 204: nothing new is paid from the wallet, by whatever means.
 * POST /api/me/unfreeze → 204
 */
export const unfreezeSchema = z.strictObject(confirmedBy);
export type Unfreeze = z.input<typeof unfreezeSchema>;

/** POST /api/me/export → application/zip: everything about the person, as JSON files. */
export const exportSchema = z.strictObject(confirmedBy);
export type ConfirmExport = z.input<typeof exportSchema>;

/** PUT /api/me/password → 204: all other sessions of the person are ended. */
export const setPasswordSchema = z.strictObject({
  ...confirmedBy,
  newPassword: newPasswordSchema,
});
export type SetPassword = z.input<typeof setPasswordSchema>;

/**
 * POST /api/me/close → {@link AccountClosed}: the wallet is paid out, and nothing but the books
 * remains. `payment-open` while money is held, waits for a delivery, or is disputed.
 */
export const closeAccountSchema = z.strictObject(confirmedBy);
export type CloseAccount = z.input<typeof closeAccountSchema>;
export interface AccountClosed {
  /** To the sandbox bank. */
  readonly paidOut: MoneyWire;
}

/** PUT /api/me/phone → 204: another number, with a code that came to it and one to the old one. */
export const changePhoneSchema = z.strictObject({
  ...typedPhone,
  code: sentCodeSchema,
  currentCode: sentCodeSchema,
});
export type ChangePhone = z.input<typeof changePhoneSchema>;

/** POST /api/recovery → 204: a new password with a code and the PIN; all sessions are ended. */
export const recoverSchema = z.strictObject({
  ...typedPhone,
  code: sentCodeSchema,
  pin: pinSchema,
  newPassword: newPasswordSchema,
});
export type Recover = z.input<typeof recoverSchema>;

/**
 * POST /api/lost-phone → 204: freezes the wallet, or deletes the face, for whoever reads the messages
 * of the number. The same answer whether the number has an account or not.
 */
export const lostPhoneSchema = z.strictObject({
  ...typedPhone,
  code: sentCodeSchema,
  wish: z.enum(['freeze', 'delete-face']),
});
export type LostPhone = z.input<typeof lostPhoneSchema>;
