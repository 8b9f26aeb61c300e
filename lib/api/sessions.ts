import type { Uuid } from '@/lib/ids/uuid';

/**
 * GET /api/me/sessions (shopper), GET /api/staff/sessions (staff): where they are signed in, the one
 * that was used last first.
 * DELETE /api/me/sessions/:id, DELETE /api/staff/sessions/:id → 204: that one has ended.
 * POST …/sessions/end-others (empty object) → { ended }: how many others there were.
 */
export interface Sessions {
  readonly sessions: readonly SessionView[];
}

export interface SessionView {
  readonly id: Uuid;
  /** `Chrome on Android`; null when the browser did not say. */
  readonly client: string | null;
  readonly signedInAt: string;
  /** To about a minute. */
  readonly lastSeenAt: string;
  /** The one that asks. */
  readonly isThisOne: boolean;
}

/** GET /api/me/devices (shopper): browsers whose key signs smiles, the newest first. */
export interface OwnPhones {
  readonly phones: readonly OwnPhone[];
}

export interface OwnPhone {
  readonly id: string;
  readonly client: string | null;
  readonly addedAt: string;
  /** When it last began a face check, within the last 90 days. */
  readonly lastUsedAt: string | null;
}
