import { z } from 'zod';
import { publicKeySchema } from '@/lib/access/device-key';
import type { Uuid } from '@/lib/ids/uuid';

/** POST /api/terminals/pair → 201 {@link Terminal}; sets the terminal's cookie. */
export const pairSchema = z.strictObject({
  /** As shown to the staff, e.g. `K7QM-4XWP`; dashes, spaces and case do not matter. */
  code: z.string().trim().min(8).max(12),
  /** Of the tablet, which keeps the private half. */
  publicKey: publicKeySchema,
});
export type Pair = z.input<typeof pairSchema>;

/** GET /api/terminals/me; POST /api/terminals/unpair → 204 */
export interface Terminal {
  readonly id: Uuid;
  readonly name: string;
  readonly storeId: string;
  readonly storeName: string;
  /** Whose key signs this terminal's requests and what it sees. */
  readonly deviceId: Uuid;
}

/** POST /api/staff/pairing-codes (empty object) → 201 */
export interface PairingCode {
  readonly code: string;
  readonly expiresAt: string;
}

/**
 * GET /api/staff/terminals → those of the store that are paired, the oldest first.
 * POST /api/staff/terminals/:id/unpair (empty object) → 204: its key and cookie count no more.
 */
export interface StoreTerminal {
  readonly id: Uuid;
  readonly name: string;
  readonly pairedAt: string;
  /** To the minute; null when it was never used. */
  readonly lastSeenAt: string | null;
}
