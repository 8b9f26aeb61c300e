import { CompactSign } from 'jose';
import type { EvidenceWire } from '@/lib/liveness/evidence';
import {
  SIGNED_TYPES,
  SIGNING_ALGORITHM,
  type GreetingWire,
  type SignedType,
} from '@/lib/liveness/signed';
import type { DeviceKey } from './key-store';

/** @returns what `verifyFaceCheck` on the server takes: a compact JWS (docs/face-check-protocol.md). */
export function signEvidence(evidence: EvidenceWire, key: DeviceKey): Promise<string> {
  return sign(SIGNED_TYPES.evidence, evidence, key);
}

export function signGreeting(greeting: GreetingWire, key: DeviceKey): Promise<string> {
  return sign(SIGNED_TYPES.greeting, greeting, key);
}

function sign(typ: SignedType, payload: unknown, { id, privateKey }: DeviceKey): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ, kid: id })
    .sign(privateKey);
}
