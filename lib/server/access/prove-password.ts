import 'server-only';
import { proveSecret } from './prove-secret';
import { tellOwner } from './tell-owner';
import { findShopperById, type ShopperRow } from '../db/shoppers-store';
import type { Result } from '../result';

/**
 * For what a session alone must not do. Wrong ones are counted, all purposes together, and apart
 * from those of people who try to sign in: they do not keep whoever is signed in from this.
 */
export function provePassword(shopperId: string, password: string): Promise<Result<ShopperRow>> {
  const own = { kind: 'password:signed-in', id: shopperId } as const;
  return proveSecret({
    typed: password,
    find: () => findShopperById(shopperId),
    // A closed account has none.
    hashOf: ({ passwordHash }) => passwordHash || null,
    own,
    others: [],
    lane: 'known',
    codes: { wrong: 'wrong-password', stopped: 'rate-limited' },
    onWrong: (shopper, attempt) =>
      tellOwner(shopper?.id, attempt.positionAt(own.kind), { topic: 'password.refused' }),
  });
}
