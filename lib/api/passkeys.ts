import { z } from 'zod';
import { shownTextSchema } from '@/lib/text/shown-text';

/** How many one person may have. */
export const PASSKEYS_MAX = 10;

const base64url = (lengthMax: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(lengthMax);

const credentialFields = {
  id: base64url(1_400),
  rawId: base64url(1_400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
  // What an extension says decides nothing here.
  clientExtensionResults: z
    .custom<object>((value) => typeof value === 'object' && value !== null)
    .transform(() => ({})),
};

/** WebAuthn's RegistrationResponseJSON; what only repeats the attestation is left out. */
export const registrationResponseSchema = z.object({
  ...credentialFields,
  response: z.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(16_000),
    transports: z.array(z.string().max(20)).max(8).optional(),
  }),
});
export type RegistrationResponse = z.output<typeof registrationResponseSchema>;

/** WebAuthn's AuthenticationResponseJSON. */
export const authenticationResponseSchema = z.object({
  ...credentialFields,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(2_000),
    userHandle: base64url(200).optional(),
  }),
});
export type AuthenticationResponse = z.output<typeof authenticationResponseSchema>;

/**
 * POST /api/me/passkeys/options (empty object) → 201, PublicKeyCredentialCreationOptionsJSON
 * POST /api/me/passkeys → 201 {@link PasskeyView}: after a fresh sign-in.
 * GET /api/me/passkeys → {@link Passkeys}
 * DELETE /api/me/passkeys/:id → 204
 *
 * POST /api/passkeys/options (empty object) → 201, PublicKeyCredentialRequestOptionsJSON: for a
 * sign-in; which passkey, and so who it is, is chosen on the device.
 */
export const addPasskeySchema = z.strictObject({
  name: shownTextSchema(40),
  response: registrationResponseSchema,
});
export type AddPasskey = z.input<typeof addPasskeySchema>;

export interface PasskeyView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}
export interface Passkeys {
  readonly passkeys: readonly PasskeyView[];
}
