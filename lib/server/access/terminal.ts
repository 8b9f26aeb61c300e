import 'server-only';
import type { TerminalActor } from '@/lib/access/actors';
import { cookies } from 'next/headers';
import { findTerminalByTokenHash } from '../db/terminals-store';
import { refused, type Result } from '../result';
import { hostCookie } from './cookie';
import { proveTerminal, type BodyBytes } from './prove-terminal';
import { hashToken } from './terminal-token';

const terminalCookie = () => hostCookie('smile-terminal', 'strict');
const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** @returns the terminal that sent this request, if its key has signed it (`proveTerminal`). */
export async function currentTerminal(
  request: Request,
  bodyBytes: BodyBytes,
): Promise<Result<TerminalActor>> {
  const token = await tokenInCookie();
  return token ? proveTerminal(token, request, bodyBytes) : refused('terminal-not-paired');
}

/**
 * @returns the terminal that the cookie names, unless it is unknown or revoked. Nothing is proven:
 *   it decides what a page shows, and nothing that acts.
 */
export async function terminalOfCookie(): Promise<TerminalActor | null> {
  const token = await tokenInCookie();
  const paired = token ? await findTerminalByTokenHash(hashToken(token)) : null;
  return paired?.terminal ?? null;
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

async function tokenInCookie(): Promise<string | undefined> {
  return (await cookies()).get(terminalCookie().name)?.value;
}
