import { hashToken } from '../access/terminal-token';

/** Dashes, spaces and case do not matter to whoever types it. */
export function hashPairingCode(code: string): Uint8Array<ArrayBuffer> {
  return hashToken(code.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''));
}
