import { z } from 'zod';

const coordinate = z.string().regex(/^[\w-]{43}$/);

/**
 * The public half of a device's key as a JWK (RFC 7518, 6.2): ECDSA on P-256, and nothing more.
 * That the point lies on the curve is for whoever imports it to find out.
 */
export const publicKeySchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinate,
  y: coordinate,
});
export type PublicKey = z.infer<typeof publicKeySchema>;
