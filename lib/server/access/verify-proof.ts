import { createHash } from 'node:crypto';
import { compactVerify } from 'jose';
import { z } from 'zod';
import type { PublicKey } from '@/lib/access/device-key';
import {
  PROOF_TYPE,
  PROOF_WINDOW_MS,
  proofClaimsSchema,
  type ProofClaims,
} from '@/lib/access/request-proof';
import type { Uuid } from '@/lib/ids/uuid';
import { SIGNING_ALGORITHM } from '@/lib/liveness/signed';
import { parseJson } from '../json';
import { done, refused, type Result } from '../result';
import { importPublicKey } from './public-key';

/** One of ours has about 600 characters. */
const PROOF_CHARS_MAX = 2_000;

export interface ProvenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Pick<Headers, 'get'>;
  readonly body: Uint8Array;
}

/**
 * Checks a proof as RFC 9449, section 4.3, says, but for its being used once.
 *
 * @param proof anything; a JWT is hoped for
 * @returns the proof's id. `proof-refused`: not by this key, or for another request. `proof-time`:
 *   right, but not made now: the asker may set its clock by the answer's `Date`.
 */
export async function verifyProof(
  proof: string,
  device: { readonly id: Uuid; readonly publicKey: PublicKey },
  request: ProvenRequest,
  at: Date,
): Promise<Result<Uuid>> {
  const claims = await claimsSignedBy(device, proof);
  if (!claims || !isAbout(claims, request)) return refused('proof-refused');
  const ageMs = Math.abs(at.getTime() - claims.iat * 1000);
  return ageMs > PROOF_WINDOW_MS ? refused('proof-time') : done(claims.jti);
}

async function claimsSignedBy(
  { id, publicKey }: { readonly id: Uuid; readonly publicKey: PublicKey },
  proof: string,
): Promise<z.output<typeof proofClaimsSchema> | undefined> {
  if (proof.length > PROOF_CHARS_MAX) return undefined;
  const key = await importPublicKey(publicKey);
  if (!key) return undefined;
  try {
    // The algorithm is ours to name, never the sender's (RFC 8725, 3.1).
    const options = { algorithms: [SIGNING_ALGORITHM] };
    const { payload, protectedHeader } = await compactVerify(proof, key, options);
    if (!headerOf(id).safeParse(protectedHeader).success) return undefined;
    const json = parseJson(payload);
    return proofClaimsSchema.safeParse(json.ok ? json.value : undefined).data;
  } catch {
    return undefined;
  }
}

/** Exactly these three: no `crit`, no key of the sender's own choice. */
function headerOf(kid: Uuid) {
  return z.strictObject({
    alg: z.literal(SIGNING_ALGORITHM),
    typ: z.literal(PROOF_TYPE),
    kid: z.literal(kid),
  });
}

function isAbout(claims: ProofClaims, { method, url, headers, body }: ProvenRequest): boolean {
  const hash = createHash('sha256').update(body).digest('base64url');
  return (
    claims.htm === method && claims.body_sha256 === hash && isAddress(claims.htu, url, headers)
  );
}

/**
 * The host is one of those that `bin/serve.mjs` answers to: it refuses any other before this. The
 * scheme is not compared, because TLS may end at a proxy in front.
 */
function isAddress(htu: string, url: string, headers: Pick<Headers, 'get'>): boolean {
  const claimed = new URL(htu);
  const hosts = ['host', 'x-forwarded-host'].map((name) => headers.get(name)?.toLowerCase());
  return (
    ['http:', 'https:'].includes(claimed.protocol) &&
    hosts.includes(claimed.host) &&
    claimed.pathname === new URL(url).pathname &&
    claimed.search + claimed.hash + claimed.username === ''
  );
}
