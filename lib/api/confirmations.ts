import { z } from 'zod';
import { moneySchema } from '@/lib/money/wire';
import { authenticationResponseSchema } from './passkeys';

/**
 * How somebody confirms what is done to the own account, in the request that does it: the password,
 * or what a passkey signed after POST /api/me/confirmations. `password-needed` without either.
 */
export const confirmedBy = {
  password: z.string().min(1).max(200).optional(),
  passkey: authenticationResponseSchema.optional(),
};
export interface ConfirmedBy {
  readonly password?: string | undefined;
  readonly passkey?: z.output<typeof authenticationResponseSchema> | undefined;
}

/**
 * POST /api/me/confirmations → 201, PublicKeyCredentialRequestOptionsJSON whose challenge begins with
 * the intent's hash; `no-passkey` for whoever has none.
 */
export const confirmationSchema = z.discriminatedUnion('purpose', [
  z.strictObject({
    purpose: z.enum(['unfreeze', 'new-pin', 'export', 'new-password', 'close-account']),
  }),
  z.strictObject({
    purpose: z.literal('raise-limit'),
    perPayment: moneySchema,
    perDay: moneySchema,
    smallOnly: z.boolean(),
  }),
]);
export type AskConfirmation = z.input<typeof confirmationSchema>;
