import 'server-only';
import type { TerminalActor } from '@/lib/access/actors';
import { PROOF_HEADER } from '@/lib/access/request-proof';
import { now } from '../clock';
import { spendProof } from '../db/terminal-proofs-store';
import { findTerminalByTokenHash } from '../db/terminals-store';
import { done, refused, type Result } from '../result';
import { hashToken } from './terminal-token';
import { verifyProof } from './verify-proof';

/** Reads the request's body, at most once; refused when it is too large or cut off. */
export type BodyBytes = () => Promise<Result<Uint8Array>>;

/**
 * The token of the cookie says which terminal asks; a proof by its key shows that it does. Nothing
 * is changed by a request that proves nothing, neither the cookie nor the terminal.
 *
 * @returns `terminal-not-paired`: the token is nobody's. `proof-required`: there is no proof.
 *   `proof-refused`, `proof-time`: as `verifyProof` says. `proof-used`: it came before.
 */
export async function proveTerminal(
  token: string,
  request: Pick<Request, 'method' | 'url' | 'headers'>,
  bodyBytes: BodyBytes,
): Promise<Result<TerminalActor>> {
  const paired = await findTerminalByTokenHash(hashToken(token));
  if (!paired) return refused('terminal-not-paired');
  const { terminal, publicKey } = paired;
  const proof = request.headers.get(PROOF_HEADER);
  if (proof === null) return refused('proof-required');
  const body = await bodyBytes();
  if (!body.ok) return body;
  const at = now();
  const device = { id: terminal.deviceId, publicKey };
  const { method, url, headers } = request;
  const proven = await verifyProof(proof, device, { method, url, headers, body: body.value }, at);
  if (!proven.ok) return proven;
  const ids = { terminalId: terminal.id, deviceId: terminal.deviceId, jti: proven.value };
  return (await spendProof(ids, at)) ? done(terminal) : refused('proof-used');
}
