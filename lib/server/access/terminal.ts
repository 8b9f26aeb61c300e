import 'server-only';
import type { TerminalActor } from '@/lib/access/actors';
import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { findTerminalByTokenHash } from '../db/terminals-store';
import { hostCookie } from './cookie';

const terminalCookie = () => hostCookie('smile-terminal', 'strict');
const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** @returns the terminal that this request comes from, unless it is unknown or revoked. */
export async function currentTerminal(): Promise<TerminalActor | null> {
  const token = (await cookies()).get(terminalCookie().name)?.value;
  return token ? findTerminalByTokenHash(hashToken(token)) : null;
}

export function newTerminalToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A random 256-bit token needs no slow hash: there is nothing to guess. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

export async function rememberTerminal(token: string): Promise<void> {
  const { name, options } = terminalCookie();
  (await cookies()).set(name, token, { ...options, maxAge: ONE_YEAR_SECONDS });
}

/** With the attributes: without Secure a browser would not touch a `__Host-` cookie. */
export async function forgetTerminal(): Promise<void> {
  const { name, options } = terminalCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
