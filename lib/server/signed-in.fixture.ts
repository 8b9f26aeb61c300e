import type { ShopperActor } from '@/lib/access/actors';

/** Somebody who has just typed the password. */
export function signedIn(shopper: { readonly id: string; readonly name: string }): ShopperActor {
  const { id, name } = shopper;
  return { id, name, currency: 'CNY', signedInAt: new Date() };
}
