import { createHash } from 'node:crypto';
import { CompactSign } from 'jose';
import { PROOF_TYPE, type ProofClaims } from '@/lib/access/request-proof';
import { newUuid } from '@/lib/ids/uuid';
import type { TestDevice } from './device.fixture';
import { SIGNING_ALGORITHM } from './signed';

/** @returns what a proof of this request claims, now. */
export function claimsOf(
  method: string,
  url: string | URL,
  body: string | Uint8Array = '',
): ProofClaims {
  const { origin, pathname } = new URL(url);
  return {
    htm: method,
    htu: origin + pathname,
    iat: Math.floor(Date.now() / 1000),
    jti: newUuid(),
    body_sha256: createHash('sha256').update(body).digest('base64url'),
  };
}

/** Signs with jose, not with the browser's code. @param header what else an attacker would say */
export function signProof(
  claims: object,
  { id, privateKey }: TestDevice,
  header: object = {},
): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: PROOF_TYPE, kid: id, ...header })
    .sign(privateKey);
}
