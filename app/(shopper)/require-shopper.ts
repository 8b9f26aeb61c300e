import 'server-only';
import type { ShopperActor } from '@/lib/access/actors';
import { redirect } from 'next/navigation';
import { currentShopper } from '@/lib/server/access/sign-in-shopper';
import { signInPath } from '@/components/shopper/next-path';

/** @returns who is signed in; whoever is not goes to sign in and comes back to `path`. */
export async function requireShopper(path: string): Promise<ShopperActor> {
  return (await currentShopper()) ?? redirect(signInPath(path));
}
