import 'server-only';
import type { PayByPin, PaymentOutcome } from '@/lib/api/payments';
import { failedTooOften, forgetFailures, noteFailure } from '../access/failures';
import { verifySecret } from '../access/password';
import { forgetRefusedFaces } from '../access/face-budget';
import { now } from '../clock';
import { findShopperById, findShopperByPhone, type ShopperRow } from '../db/shoppers-store';
import { findStore } from '../db/stores-store';
import type { Guest } from '../http/action';
import { readPhone } from '../access/phone';
import { done, refused, type Result } from '../result';
import { holdFrom } from '../payments/hold';
import { payableBy } from '../payments/payable';

/**
 * The way beside the face, at the same price: the own phone and the PIN, or at the counter
 * the whole phone number and the PIN. An unknown number looks like a wrong PIN.
 */
export async function authorizeByPin(
  guest: Guest,
  paymentId: string,
  { phone, pin }: PayByPin,
): Promise<Result<PaymentOutcome>> {
  const payable = await payableBy(guest, paymentId, phone === undefined ? 'shopper' : 'terminal');
  if (!payable.ok) return payable;
  const { record, shopperId, terminalId } = payable.value;
  const number = phone === undefined ? undefined : await readAt(record.order.storeId, phone);
  if (phone !== undefined && !number) return refused('invalid-phone');
  const shopper = await findPayer(shopperId, number);
  if (shopperId !== null && shopper && !shopper.pinHash) return refused('pin-not-set');
  const known = await checkPin(number ?? shopper?.phone ?? '', shopper, pin);
  if (!known.ok) return known;
  const place = { terminalId, deviceId: null, address: guest.address };
  await forgetRefusedFaces(place, known.value);
  return holdFrom({ shopperId: known.value, method: 'pin' }, record.order.id);
}

async function readAt(storeId: string, phone: string): Promise<string | undefined> {
  const store = await findStore(storeId);
  return readPhone(phone, store?.country ?? '');
}

function findPayer(shopperId: string | null, phone = ''): Promise<ShopperRow | null> {
  return shopperId === null ? findShopperByPhone(phone) : findShopperById(shopperId);
}

async function checkPin(
  phone: string,
  shopper: ShopperRow | null,
  pin: string,
): Promise<Result<string>> {
  const subject = `pin:${phone}`;
  if (await failedTooOften(subject, now())) return refused('pin-locked');
  if (!(await verifySecret(shopper?.pinHash, pin)) || !shopper) {
    await noteFailure(subject, now());
    return refused('pin-refused');
  }
  await forgetFailures(subject);
  return done(shopper.id);
}
