import 'server-only';
import type { Passkeys } from '@/lib/api/passkeys';
import { findPasskeysOf, type PasskeyOwner } from '../../db/passkeys-store';
import { done, type Result } from '../../result';

export async function listPasskeys(owner: PasskeyOwner): Promise<Result<Passkeys>> {
  const rows = await findPasskeysOf(owner);
  return done({
    passkeys: rows.map(({ id, name, createdAt, lastUsedAt }) => ({
      ...{ id, name },
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
  });
}
