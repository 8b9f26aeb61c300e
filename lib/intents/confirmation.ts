import { hashIntent, type Intent, type Purpose } from './intent';

/** Who confirmed, and how. A new way to confirm is one more member and its file in the server. */
export type Confirmation =
  /** The face was live and matched; the evidence that was judged answers this challenge. */
  | { readonly method: 'face'; readonly shopperId: string; readonly challengeId: string }
  | { readonly method: 'pin'; readonly shopperId: string }
  | { readonly method: 'password'; readonly shopperId: string }
  /** A passkey signed a challenge that begins with the intent's hash. */
  | { readonly method: 'passkey'; readonly shopperId: string };

export type ConfirmationMethod = Confirmation['method'];

/** What each purpose may be confirmed with. */
const METHODS = {
  payment: ['face', 'pin', 'passkey'],
  enrolment: ['face'],
  unfreeze: ['password', 'passkey'],
  'new-pin': ['password', 'passkey'],
  export: ['password', 'passkey'],
  'new-password': ['password', 'passkey'],
  'close-account': ['password', 'passkey'],
  'raise-limit': ['password', 'passkey'],
} as const satisfies Record<Purpose, readonly ConfirmationMethod[]>;

/** The ways that may confirm an intent of this purpose. */
export type MethodFor<P extends Purpose> = (typeof METHODS)[P][number];

declare const confirmed: unique symbol;

/** An intent that may be carried out. Only {@link confirmIntent} makes one. */
export interface ConfirmedIntent<I extends Intent = Intent> {
  readonly intent: I;
  readonly confirmation: Extract<Confirmation, { method: MethodFor<I['purpose']> }>;
  readonly [confirmed]: true;
}

export type ConfirmationProblem = 'intent-changed' | 'intent-expired' | 'method-not-permitted';

/**
 * The one place that turns a confirmation into something that may be done.
 *
 * @param boundTo the hash that the confirmation signed or repeated
 * @param at the server's time
 * @returns `intent-changed`: it was given for something else. `intent-expired`: too late.
 *   `method-not-permitted`: this purpose asks for another way.
 */
export function confirmIntent<I extends Intent>(
  intent: I,
  confirmation: Confirmation,
  boundTo: string,
  at: Date,
):
  | { readonly ok: true; readonly value: ConfirmedIntent<I> }
  | { readonly ok: false; readonly code: ConfirmationProblem } {
  if (boundTo !== hashIntent(intent)) return { ok: false, code: 'intent-changed' };
  if (new Date(intent.expiresAt) <= at) return { ok: false, code: 'intent-expired' };
  const methods: readonly ConfirmationMethod[] = METHODS[intent.purpose];
  if (!methods.includes(confirmation.method)) return { ok: false, code: 'method-not-permitted' };
  if ('shopperId' in intent && intent.shopperId !== confirmation.shopperId) {
    return { ok: false, code: 'intent-changed' };
  }
  // The checks above are what the type promises.
  return { ok: true, value: { intent, confirmation } as ConfirmedIntent<I> };
}
