import { PROOF_TYPE, type ProofClaims } from '@/lib/access/request-proof';
import { newUuid } from '@/lib/ids/uuid';
import { SIGNING_ALGORITHM } from '@/lib/liveness/signed';
import type { DeviceKey } from './key-store';

export interface RequestToProve {
  readonly method: string;
  /** Absolute, without query and fragment. */
  readonly url: string;
  /** As it is sent; undefined when nothing is. */
  readonly body: string | undefined;
  /** The server's time, as far as the browser knows it. */
  readonly at: Date;
}

/**
 * @returns a proof for this one request, for the header `PROOF_HEADER`. Written over WebCrypto,
 *   because every page that asks the server would otherwise load a JWT library.
 */
export async function proveRequest(
  { id, privateKey }: DeviceKey,
  { method, url, body, at }: RequestToProve,
): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytesOf(body ?? ''));
  const claims: ProofClaims = {
    htm: method,
    htu: url,
    iat: Math.floor(at.getTime() / 1000),
    jti: newUuid(),
    body_sha256: base64url(new Uint8Array(hash)),
  };
  const header = { alg: SIGNING_ALGORITHM, typ: PROOF_TYPE, kid: id };
  const signed = [header, claims].map((part) => base64url(bytesOf(JSON.stringify(part)))).join('.');
  const ecdsa = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(ecdsa, privateKey, bytesOf(signed));
  return `${signed}.${base64url(new Uint8Array(signature))}`;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
