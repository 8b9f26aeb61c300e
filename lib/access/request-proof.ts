import { z } from 'zod';
import { uuidSchema } from '@/lib/ids/uuid';

/**
 * A terminal proves with each request that it holds its key, in the manner of RFC 9449 (DPoP): a
 * JWT in this header. Its own header is exactly `{ alg, typ, kid }`, where `kid` is the device's id:
 * the server knows the public key already, so that no `jwk` travels.
 */
export const PROOF_HEADER = 'dpop';
export const PROOF_TYPE = 'dpop+jwt';

/** How far `iat` may be from the server's time, before or after. */
export const PROOF_WINDOW_MS = 60_000;

export const proofClaimsSchema = z.strictObject({
  /** Method of the request. */
  htm: z.string(),
  /** Its address, without query and fragment. */
  htu: z.url(),
  /** Seconds since 1970. */
  iat: z.int(),
  /** Accepted once. */
  jti: uuidSchema,
  /** SHA-256 of the body's bytes in base64url; of no bytes where there is no body. */
  body_sha256: z.string().regex(/^[\w-]{43}$/),
});
export type ProofClaims = z.input<typeof proofClaimsSchema>;
