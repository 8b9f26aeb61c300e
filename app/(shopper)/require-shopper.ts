import 'server-only';
import { redirect } from 'next/navigation';
import { currentShopper, type SignedInShopper } from '@/lib/server/access/sign-in-shopper';
import { signInPath } from '@/components/shopper/next-path';

/** @returns who is signed in; whoever is not goes to sign in and comes back to `path`. */
export async function requireShopper(path: string): Promise<SignedInShopper> {
  return (await currentShopper()) ?? redirect(signInPath(path));
}
