import { z } from 'zod';
import { uuidSchema } from '@/lib/ids/uuid';
import { descriptorSchema } from './evidence';

/**
 * What a device signs travels as a JWS in its compact form (RFC 7515, 7.1). The header is
 * exactly `{ alg, typ, kid }`: this algorithm, one of these types, the device's id.
 */
export const SIGNING_ALGORITHM = 'ES256';

/** Two types, so that a greeting never passes for evidence (RFC 8725, 3.11). */
export const SIGNED_TYPES = {
  evidence: 'face-check+jws',
  greeting: 'face-check-greeting+jws',
} as const;
export type SignedType = (typeof SIGNED_TYPES)[keyof typeof SIGNED_TYPES];

/** Of the compact form: a long face check has about 170 kB. */
const SIGNED_CHARS_MAX = 200_000;

/** What is inside is looked at only once the signature holds. */
export const signedSchema = z.string().min(1).max(SIGNED_CHARS_MAX);

/** Payload of a greeting: the calm face alone, while the smile is still awaited. */
export const greetingSchema = z.strictObject({
  challengeId: uuidSchema,
  nonce: z.string().min(16).max(64),
  modelId: z.string().min(1).max(80),
  descriptors: z.array(descriptorSchema).min(1).max(6),
});
/** As it travels (descriptors in base64). */
export type GreetingWire = z.input<typeof greetingSchema>;
