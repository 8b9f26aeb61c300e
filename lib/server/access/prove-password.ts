import 'server-only';
import { now } from '../clock';
import { findShopperById } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';
import { failedTooOften, forgetFailures, noteFailure } from './failures';
import { verifySecret } from './password';

/** For what a session alone must not do. Wrong ones are counted, all purposes together. */
export async function provePassword(
  shopperId: string,
  password: string,
): Promise<Result<undefined>> {
  const subject = `password:${shopperId}`;
  if (await failedTooOften(subject, now())) return refused('rate-limited');
  const shopper = await findShopperById(shopperId);
  if (!(await verifySecret(shopper?.passwordHash, password))) {
    await noteFailure(subject, now());
    return refused('wrong-password');
  }
  await forgetFailures(subject);
  return done(undefined);
}
