import 'server-only';
import type { Pair, Terminal } from '@/lib/api/terminals';
import { newUuid } from '@/lib/ids/uuid';
import { guessFrom } from '../access/limit-by-address';
import { rememberTerminal, terminalOfCookie } from '../access/terminal';
import { hashToken, newTerminalToken } from '../access/terminal-token';
import { now } from '../clock';
import { findStore } from '../db/stores-store';
import {
  countTerminals,
  insertTerminal,
  revokeTerminal,
  redeemPairingCode,
} from '../db/terminals-store';
import { importPublicKey } from '../access/public-key';
import { done, refused, type Result } from '../result';
import { hashPairingCode } from './pairing-code';

/** Crockford's base 32 without what people confuse: 40 bits in eight signs. */
export const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;
export const CODE_LIFETIME_MS = 10 * 60 * 1000;
/** All who guess at the codes of this installation, wherever they are. */
const EVERYBODY = { kind: 'pairing-code:all', id: 'everybody' } as const;

/**
 * Makes the asking tablet a terminal, in the place of what its cookie names in the same store. A
 * cookie proves nothing, and who asks may have lost the key: it is the code that shows the will of
 * this store's staff, and it says nothing about a terminal of another store.
 */
export async function pairTerminal(wish: Pair, address: string): Promise<Result<Terminal>> {
  const before = await terminalOfCookie();
  const admitted = await admitTerminal(wish, address);
  if (!admitted.ok) return admitted;
  const { terminal, token } = admitted.value;
  if (before?.storeId === terminal.storeId) {
    await revokeTerminal(before.id, now(), { kind: 'terminal', id: before.id });
  }
  await rememberTerminal(token);
  return done(terminal);
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
  const storeId = await redeemPairingCode(hashPairingCode(code), pairedAt);
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
