import { CompactSign } from 'jose';
import type { CaptureEvidenceWire } from '@/lib/identity/evidence';
import {
  SIGNED_TYPES,
  SIGNING_ALGORITHM,
  type GreetingWire,
  type SignedType,
} from '@/lib/identity/signed';
import type { DeviceKey } from './key-store';

/** @returns what `verifyCapture` on the server takes: a compact JWS (docs/capture-protocol.md). */
export function signCapture(evidence: CaptureEvidenceWire, key: DeviceKey): Promise<string> {
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
