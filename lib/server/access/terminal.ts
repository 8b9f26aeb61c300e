import 'server-only';
import type { TerminalActor } from '@/lib/access/actors';
import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import type { Uuid } from '@/lib/ids/uuid';
import { isHttps } from '../env';
import { findTerminalByTokenHash } from '../db/terminals-store';

const COOKIE = 'smile-terminal';
const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** @returns the terminal that this request comes from, unless it is unknown or revoked. */
export async function currentTerminal(): Promise<TerminalActor | null> {
  const token = (await cookies()).get(COOKIE)?.value;
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
  (await cookies()).set(COOKIE, token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isHttps(),
    path: '/',
    maxAge: ONE_YEAR_SECONDS,
  });
}

export async function forgetTerminal(): Promise<void> {
  (await cookies()).delete(COOKIE);
}
