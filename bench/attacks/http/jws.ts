import { CompactSign, generateKeyPair } from 'jose';
import { SIGNED_TYPES, SIGNING_ALGORITHM } from '@/lib/liveness/signed';

type Json = Record<string, unknown>;

/** Another payload under the signature that was made for the first. */
export function withPayload(jws: string, change: (payload: Json) => void): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const changed = decoded(payload);
  change(changed);
  return [header, encoded(changed), signature].join('.');
}

export function withHeader(jws: string, change: (header: Json) => void): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const changed = decoded(header);
  change(changed);
  return [encoded(changed), payload, signature].join('.');
}

/** With a key that nobody knows, in another's name. */
export async function signWithFreshKey(payload: object, kid: string): Promise<string> {
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: SIGNED_TYPES.evidence, kid })
    .sign(privateKey);
}

function decoded(part: string): Json {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;
}

function encoded(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
