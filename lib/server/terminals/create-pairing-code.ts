import { randomInt } from 'crypto';
import type { AuditActor } from '@/lib/audit/note';
import type { PairingCode } from '@/lib/api/terminals';
import { now } from '../clock';
import { insertPairingCode } from '../db/terminals-store';
import { LIMITS } from '../limits';
import { CODE_LIFETIME_MS, CODE_LENGTH, ALPHABET } from './pair-terminal';
import { hashPairingCode } from './pairing-code';

/** A code that pairs one tablet with this store, once, within ten minutes. */
export async function createPairingCode(
  storeId: string,
  by: AuditActor,
  lifetimeMs = CODE_LIFETIME_MS,
): Promise<PairingCode> {
  const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  const code = `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
  const row = { codeHash: hashPairingCode(code), storeId, createdAt, expiresAt };
  await insertPairingCode(row, LIMITS.livePairingCodesOfStore, by);
  return { code, expiresAt: expiresAt.toISOString() };
}
