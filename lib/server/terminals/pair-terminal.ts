import 'server-only';
import type { TerminalActor } from '@/lib/access/actors';
import { randomInt } from 'node:crypto';
import type { Pair, PairingCode, Terminal } from '@/lib/api/terminals';
import { newUuid } from '@/lib/ids/uuid';
import { guessFrom } from '../access/limit-by-address';
import {
  currentTerminal,
  forgetTerminal,
  hashToken,
  newTerminalToken,
  rememberTerminal,
} from '../access/terminal';
import { now } from '../clock';
import { findStore } from '../db/stores-store';
import {
  countTerminals,
  insertPairingCode,
  insertTerminal,
  revokeTerminal,
  redeemPairingCode,
} from '../db/terminals-store';
import { importPublicKey } from '../access/public-key';
import { LIMITS } from '../limits';
import { done, refused, type Result } from '../result';

/** Crockford's base 32 without what people confuse: 40 bits in eight signs. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;
const CODE_LIFETIME_MS = 10 * 60 * 1000;
/** All who guess at the codes of this installation, wherever they are. */
const EVERYBODY = { kind: 'pairing-code:all', id: 'everybody' } as const;

/** A code that pairs one tablet with this store, once, within ten minutes. */
export async function newPairingCode(
  storeId: string,
  lifetimeMs = CODE_LIFETIME_MS,
): Promise<PairingCode> {
  const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  const code = `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
  const row = { codeHash: hashCode(code), storeId, createdAt, expiresAt };
  await insertPairingCode(row, LIMITS.livePairingCodesOfStore);
  return { code, expiresAt: expiresAt.toISOString() };
}

/** Makes the asking tablet a terminal. One that was another's before is let go of. */
export async function pair(wish: Pair, address: string): Promise<Result<Terminal>> {
  const before = await currentTerminal();
  const admitted = await admitTerminal(wish, address);
  if (!admitted.ok) return admitted;
  if (before) await revokeTerminal(before.id, now());
  await rememberTerminal(admitted.value.token);
  return done(admitted.value.terminal);
}

interface Admitted {
  readonly terminal: Terminal;
  readonly token: string;
}

/** @returns the new terminal, and the secret that it is known by. */
export async function admitTerminal(wish: Pair, address: string): Promise<Result<Admitted>> {
  if (!(await importPublicKey(wish.publicKey))) return refused('invalid-request');
  return guessFrom(
    { kind: 'pairing-code:address', address, others: [EVERYBODY] },
    'pairing-code-invalid',
    () => redeem(wish),
  );
}

async function redeem({ code, publicKey }: Pair): Promise<Result<Admitted>> {
  const pairedAt = now();
  const storeId = await redeemPairingCode(hashCode(code), pairedAt);
  const store = storeId ? await findStore(storeId) : null;
  if (!store) return refused('pairing-code-invalid');
  const token = newTerminalToken();
  const id = newUuid();
  const name = `Counter ${(await countTerminals(store.id)) + 1}`;
  const device = { id: newUuid(), publicKey, createdAt: pairedAt };
  const named = { id, name, storeId: store.id };
  await insertTerminal({ ...named, tokenHash: hashToken(token), pairedAt }, device);
  return done({ terminal: { ...named, storeName: store.name, deviceId: device.id }, token });
}

export async function unpair({ id }: TerminalActor): Promise<Result<undefined>> {
  await revokeTerminal(id, now());
  await forgetTerminal();
  return done(undefined);
}

/** Dashes, spaces and case do not matter to whoever types it. */
export function hashCode(code: string): Uint8Array<ArrayBuffer> {
  return hashToken(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''));
}
