import 'server-only';
import type { z } from 'zod';
import type { recoverSchema } from '@/lib/api/shoppers';
import { isAcceptablePassword } from '../access/acceptable-password';
import { addressKey, personKey } from '../access/attempts';
import { hashSecret } from '../access/password';
import { readPhone } from '../access/phone';
import { provePhone } from '../access/phone-code';
import { proveSecret } from '../access/prove-secret';
import { secretWork } from '../access/secret-work';
import { endSessionsOf } from '../access/sessions';
import { tellOwner } from '../access/tell-owner';
import { now } from '../clock';
import { tellShopper } from '../db/outbox-store';
import { findShopperByProvenPhone, replacePasswordHash } from '../db/shoppers-store';
import { done, refused, type Result } from '../result';

/**
 * A new password for whoever has forgotten theirs: the code that came to the number, and the PIN.
 * Neither alone is enough. All sessions end, and the owner reads of it.
 */
export async function recoverAccount(
  asked: z.output<typeof recoverSchema>,
  address: string,
): Promise<Result<undefined>> {
  const phone = readPhone(asked.phone, asked.defaultCountry);
  if (!phone) return refused('invalid-phone');
  const reads = await provePhone(phone, asked.code, address);
  if (!reads.ok) return reads;
  const known = await provePin(phone, asked.pin, address);
  if (!known.ok) return known;
  const { id, name, passwordHash } = known.value;
  if (!isAcceptablePassword(asked.newPassword, name, phone)) return refused('weak-password');
  const hashed = await secretWork('known', () => hashSecret(asked.newPassword));
  if (!hashed.ok) return hashed;
  const at = now();
  const isReplaced = await replacePasswordHash(id, passwordHash, hashed.value, at);
  if (!isReplaced) return refused('wrong-state');
  await endSessionsOf('shopper', id);
  await tellShopper('password.changed', { shopperId: id }, at);
  return done(undefined);
}

/** Counted apart from PINs that pay: guesses here close no counter, and those there not this. */
function provePin(phone: string, pin: string, address: string) {
  const own = { kind: 'pin:recovery', id: personKey(phone) } as const;
  return proveSecret({
    typed: pin,
    find: () => findShopperByProvenPhone(phone),
    hashOf: ({ pinHash }) => pinHash,
    own,
    others: [{ kind: 'pin:address', id: addressKey(address) }],
    lane: 'stranger',
    codes: { wrong: 'pin-refused', stopped: 'pin-locked' },
    onWrong: (shopper, attempt) =>
      tellOwner(shopper?.id, attempt.positionAt(own.kind), { topic: 'pin.refused' }),
  });
}
