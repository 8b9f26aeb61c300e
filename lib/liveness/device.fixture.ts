import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { type Uuid } from '@/lib/ids/uuid';
import { publicKeySchema, type PublicKey } from '@/lib/access/device-key';
import type { Evidence, EvidenceWire } from './evidence';
import { encodeDescriptor, encodeLandmarks } from './evidence';
import { SIGNED_TYPES, SIGNING_ALGORITHM, type SignedType } from './signed';

/** A device of a test: it really signs, by the protocol's words and not by the browser's code. */
export interface TestDevice {
  readonly id: Uuid;
  readonly privateKey: CryptoKey;
}

export async function newTestKey(): Promise<{
  readonly publicKey: PublicKey;
  readonly privateKey: CryptoKey;
}> {
  const pair = await generateKeyPair(SIGNING_ALGORITHM);
  const { kty, crv, x, y } = await exportJWK(pair.publicKey);
  return {
    publicKey: publicKeySchema.parse({ kty, crv, x, y }),
    privateKey: pair.privateKey,
  };
}

export function signEvidence(evidence: Evidence, device: TestDevice): Promise<string> {
  return signAs(SIGNED_TYPES.evidence, wireOf(evidence), device);
}

/** @param payload whatever an attacker would like to have signed. */
export function signAs(typ: SignedType, payload: unknown, device: TestDevice): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ, kid: device.id })
    .sign(device.privateKey);
}

/** As a browser would send it. */
export function wireOf({ frames, descriptors, ...rest }: Evidence): EvidenceWire {
  return {
    ...rest,
    frames: frames.map((frame) => ({
      ...frame,
      landmarks: encodeLandmarks(frame.landmarks, rest.frameWidth),
    })),
    descriptors: descriptors.map((described) => ({
      ...described,
      values: encodeDescriptor(described.values),
    })),
  };
}
