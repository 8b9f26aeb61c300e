import 'server-only';
import { cookies } from 'next/headers';
import { now } from '../clock';
import { onNotification } from '../db/notifications';
import {
  findOperatorSession,
  findShopperSession,
  findStaffSession,
  insertSession,
  markAllEnded,
  markEnded,
  touchSession,
  type Audience,
  type OperatorSession,
  type ShopperSession,
  type StaffSession,
} from '../db/sessions-store';
import { hostCookie } from './cookie';
import { idleUntil, isSeenLongAgo, validUntil } from './session-life';
import { hashSessionId, newSessionId, openSession } from './session-token';

/**
 * @param validUntilMax it ends then at the latest
 * @returns the new session's id, which only the cookie keeps.
 */
export async function startSession(
  audience: Audience,
  subjectId: string,
  client: string | null = null,
  validUntilMax?: Date,
): Promise<string> {
  const id = newSessionId();
  const at = now();
  const until = earlier(validUntil(audience, at), validUntilMax);
  await insertSession({
    idHash: hashSessionId(id),
    audience,
    subjectId,
    client,
    signedInAt: at,
    validUntil: until,
    idleUntil: earlier(idleUntil(audience, at), until),
  });
  return id;
}

function earlier(a: Date, b: Date | undefined): Date {
  return b && b < a ? b : a;
}

/** Signing out: the next request with this id, by any instance, is of nobody. */
export function endSession(id: string): Promise<void> {
  return markEnded(hashSessionId(id), now());
}

/**
 * "Sign out everywhere".
 *
 * @param kept the id of a session that goes on; null: none
 * @returns how many sessions of the person were ended
 */
export function endSessionsOf(
  audience: Audience,
  subjectId: string,
  kept: string | null = null,
): Promise<number> {
  return markAllEnded(audience, subjectId, now(), kept === null ? null : hashSessionId(kept));
}

/** @returns the session id that the cookies hold, whether or not the session has not ended. */
export async function sessionIdIn(
  audience: Audience,
  cookieNamed: (name: string) => string | undefined,
): Promise<string | null> {
  const text = cookieNamed(sessionCookie(audience).name);
  return text ? openSession(audience, text) : null;
}

/** As {@link sessionIdIn}, of the request that is being served. */
export async function currentSessionId(audience: Audience): Promise<string | null> {
  const sent = await cookies();
  return sessionIdIn(audience, (name) => sent.get(name)?.value);
}

export function sessionCookie(audience: Audience) {
  return hostCookie(`smile-${audience}.session`, 'lax');
}

/** @returns the shopper of a session that has not ended. */
export function shopperOfSession(id: string): Promise<ShopperSession | null> {
  return readSession('shopper', id, findShopperSession);
}

/** @returns the member of staff of a session that has not ended. */
export function staffOfSession(id: string): Promise<StaffSession | null> {
  return readSession('staff', id, findStaffSession);
}

/** @returns the operator of a session that has not ended. */
export function operatorOfSession(id: string): Promise<OperatorSession | null> {
  return readSession('operator', id, findOperatorSession);
}

/** For what goes on without requests, such as a stream: it counts as use. */
export function isSessionAlive(audience: Audience, id: string): Promise<boolean> {
  const at = now();
  return touchSession(hashSessionId(id), at, idleUntil(audience, at));
}

async function readSession<S extends { readonly lastSeenAt: Date }>(
  audience: Audience,
  id: string,
  find: (idHash: ReturnType<typeof hashSessionId>, at: Date) => Promise<S | null>,
): Promise<S | null> {
  const at = now();
  const idHash = hashSessionId(id);
  const session = await find(idHash, at);
  if (session && isSeenLongAgo(session.lastSeenAt, at)) {
    await touchSession(idHash, at, idleUntil(audience, at));
  }
  return session;
}

/** A lost notification, or an end by time, is noticed so much later. */
const LOOK_AGAIN_MS = 20_000;

/**
 * For a stream, which must not outlive its session. While it watches, the session counts as in use.
 *
 * @param ended called once: at once after a sign-out on any instance, else within 20 s
 * @returns stops watching
 */
export function onSessionEnd(audience: Audience, id: string, ended: () => void): () => void {
  let over = false;
  const stop = () => {
    over = true;
    stopListening();
    clearInterval(timer);
  };
  const look = async () => {
    // A database that is away for a moment ends nothing; the next look tells.
    const alive = await isSessionAlive(audience, id).catch(() => true);
    if (alive || over) return;
    stop();
    ended();
  };
  const subject = Buffer.from(hashSessionId(id)).toString('hex');
  const stopListening = onNotification('session_ended', subject, () => void look());
  const timer = setInterval(() => void look(), LOOK_AGAIN_MS).unref();
  // The session may have ended since it was read.
  void look();
  return stop;
}
