import { createHash, randomBytes } from 'node:crypto';

export function newTerminalToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A random 256-bit token needs no slow hash: there is nothing to guess. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}
