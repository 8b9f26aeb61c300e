import { z } from 'zod';

/**
 * Every way in which a request can fail, with its HTTP status (RFC 9457). The
 * `title` is for developers; what a person reads is chosen by code in
 * `components/words`. Codes are stable: clients may rely on them.
 */
export const PROBLEMS = {
  // The request itself; what is answered before Next is also in bin/launch/refusals.mjs
  'malformed-request': { status: 400, title: 'The request is not proper HTTP.' },
  'method-not-allowed': { status: 405, title: 'This method is not offered.' },
  'request-too-slow': { status: 408, title: 'The request took too long to arrive.' },
  'headers-too-large': { status: 431, title: 'The headers are too large.' },
  'malformed-json': { status: 400, title: 'The body is not valid JSON.' },
  'invalid-request': { status: 400, title: 'The request does not have the expected shape.' },
  'body-too-large': { status: 413, title: 'The body is too large.' },
  'unsupported-media-type': { status: 415, title: 'The body has another media type.' },
  'cross-site': { status: 403, title: 'The request comes from another site.' },
  'idempotency-key-malformed': { status: 400, title: 'The Idempotency-Key is not 8-200 signs.' },
  'idempotency-key-reused': { status: 409, title: 'This Idempotency-Key came with another body.' },
  'idempotency-key-in-use': { status: 409, title: 'The first request still runs; ask again.' },
  'rate-limited': { status: 429, title: 'Too many requests.' },
  busy: { status: 503, title: 'Too many ask at once; ask again after Retry-After.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
  unavailable: { status: 503, title: 'The service cannot take payments right now.' },

  // Who is asking
  'host-unknown': { status: 421, title: 'The app does not answer under this host name.' },
  'sign-in-refused': { status: 401, title: 'Name and password do not belong together.' },
  'not-signed-in': { status: 401, title: 'Sign in first.' },
  'device-unknown': { status: 401, title: 'No key of this device is known.' },
  'proof-required': { status: 401, title: 'The request has no proof of the device key (DPoP).' },
  'proof-refused': { status: 401, title: 'The proof is not by this key, or not for this request.' },
  'proof-time': {
    status: 401,
    title: 'The proof was not made now; the Date header says when now is.',
  },
  'proof-used': { status: 401, title: 'This proof came with a request before.' },
  'terminal-not-paired': { status: 401, title: 'This device is not paired with a store.' },
  'not-allowed': { status: 403, title: 'This is not yours to do.' },
  'not-found': { status: 404, title: 'There is nothing here, or it is not yours.' },

  // Signing up
  'invalid-phone': { status: 422, title: 'This is not a phone number that can be reached.' },
  'phone-code-refused': { status: 422, title: 'The code is wrong or too old.' },
  'number-has-account': { status: 409, title: 'This number has an account already.' },
  'messages-off': { status: 503, title: 'No messages can be sent here: SMS_URL is not set.' },
  'weak-password': { status: 422, title: 'The password is too short or too common.' },
  'sign-in-again': { status: 403, title: 'This asks for a sign-in of the last five minutes.' },
  'no-passkey': { status: 409, title: 'The account has no passkey.' },
  'passkey-refused': { status: 422, title: 'The passkey does not confirm this.' },
  'wrong-password': { status: 403, title: 'The password is not right.' },
  'password-needed': { status: 403, title: 'This asks for the password in the same request.' },

  // Faces
  'consent-required': { status: 403, title: 'Consent to storing the face is required first.' },
  'challenge-unknown': { status: 404, title: 'There is no such challenge.' },
  'challenge-used': { status: 409, title: 'This challenge was used already.' },
  'challenge-expired': { status: 410, title: 'This challenge has expired.' },
  'try-again': { status: 422, title: 'The face check was not good enough.' },
  'more-light': { status: 422, title: 'There was too little light on the face.' },
  'face-unknown': { status: 422, title: 'Nobody was recognised.' },
  'one-more-thing': {
    status: 422,
    title: 'The face is not enough; a PIN or the own phone is needed.',
  },
  'wait-a-little': { status: 429, title: 'Several faces were refused in a row; wait.' },
  'use-another-way': { status: 429, title: 'No more face attempts here; use another way to pay.' },
  'face-held': {
    status: 409,
    title: 'This face is on another account too; it is looked at first.',
  },
  'no-face-enrolled': { status: 409, title: 'No face is enrolled.' },

  // PIN
  'pin-not-set': { status: 409, title: 'No PIN is set.' },
  'weak-pin': { status: 422, title: 'The PIN is too easy to guess.' },
  'pin-refused': { status: 422, title: 'Phone number and PIN do not belong together.' },
  'pin-locked': { status: 429, title: 'Too many wrong PINs; wait a while.' },

  // Orders and money
  'empty-order': { status: 422, title: 'The order has no items.' },
  'unknown-product': { status: 422, title: 'A product is not on the menu.' },
  'too-many-unpaid': { status: 429, title: 'Too many orders wait to be paid.' },
  'sold-out': { status: 409, title: 'A product is sold out.' },
  'wrong-options': { status: 422, title: 'The options of a product do not fit.' },
  'id-reused': { status: 409, title: 'This id was used with another body.' },
  'intent-changed': { status: 409, title: 'This was confirmed for something else.' },
  'payment-open': { status: 409, title: 'A payment of this account is not over.' },
  'wrong-state': { status: 409, title: 'This is no longer possible.' },
  'insufficient-funds': { status: 402, title: 'There is not enough money in the wallet.' },
  'new-face-needed': { status: 409, title: 'The face must be enrolled anew first.' },
  'account-frozen': { status: 403, title: 'The account is frozen.' },
  'over-refund': { status: 422, title: 'More than what was paid cannot be refunded.' },
  'nothing-left': { status: 422, title: 'Nothing of the order would be left.' },
  'merchant-balance-low': { status: 409, title: 'The merchant does not have that much.' },
  'amount-out-of-range': { status: 422, title: 'The amount is out of range.' },

  // Terminals and set-up
  'pairing-code-invalid': { status: 422, title: 'The pairing code is wrong, used or too old.' },
  'manager-needed': { status: 403, title: 'So much is given back by a manager or the owner.' },
  'works-here-already': { status: 409, title: 'Somebody with this email works here already.' },
  'too-many-invitations': { status: 429, title: 'Too many invitations are open.' },
  'invitation-invalid': { status: 422, title: 'The invitation is unknown, used or too old.' },
  'receipt-gone': { status: 410, title: 'The link to this receipt is unknown or was ended.' },
  'setup-closed': { status: 403, title: 'The shop is set up already, or the token is wrong.' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

const codes = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

/** `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.enum(codes),
  /** Correlates with the server's log; says nothing of the cause. */
  requestId: z.string(),
  /** Paths of the fields that do not fit, for `invalid-request`. */
  fields: z.array(z.string()).optional(),
  /** As the `Retry-After` header says it, where waiting helps. */
  retryAfterSeconds: z.int().optional(),
});

export type Problem = z.infer<typeof problemSchema>;
