import 'server-only';
import { randomInt } from 'node:crypto';
import { MINUTE_MS } from '@/lib/access/attempts';
import { now } from '../clock';
import { isPhoneCode, replacePhoneCode } from '../db/phone-codes-store';
import { sealTextMessage } from '../events/text-message';
import { keyedHash } from '../keys/keyed-hash';
import { done, refused, type Result } from '../result';
import { admitted } from './admission';
import { addressKey, attempt, count, personKey, type Subject } from './attempts';
import { stoppedAs } from './prove-secret';

/** So long a code can be typed. */
export const CODE_LIFETIME_MS = 10 * MINUTE_MS;

/**
 * Sends six digits to a number, so often to it and so often from an address. Nobody is looked up:
 * a number with an account and one without take the same steps.
 *
 * @param phone E.164
 */
export async function issuePhoneCode(phone: string, address: string): Promise<Result<undefined>> {
  return admitted('stranger', async () => {
    const counted = await count({
      subjects: [subjectOf('phone-code:number', phone), placeOf('phone-code:address', address)],
      stopped: (stop, at) => stoppedAs('rate-limited', stop, at),
    });
    if (!counted.ok) return counted;
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const createdAt = now();
    const life = { createdAt, expiresAt: new Date(createdAt.getTime() + CODE_LIFETIME_MS) };
    const message = {
      to: phone,
      text: `${code} is your code for Smile to Pay. Tell it to nobody.`,
    };
    await replacePhoneCode({ ...hashesOf(phone, code), ...life }, sealTextMessage(message, life));
    return done(undefined);
  });
}

/**
 * Whether whoever types this code reads the messages of this number. A code that was right stays so
 * until it expires, because the first answer may have been lost.
 */
export function provePhone(
  phone: string,
  code: string,
  address: string,
): Promise<Result<undefined>> {
  return attempt({
    subjects: [
      subjectOf('phone-code-guess:number', phone),
      placeOf('phone-code-guess:address', address),
    ],
    stopped: (stop, at) => stoppedAs('rate-limited', stop, at),
    costs: (refusal) => refusal === 'phone-code-refused',
    judge: async () =>
      (await isPhoneCode(hashesOf(phone, code), now()))
        ? done(undefined)
        : refused('phone-code-refused'),
  });
}

function hashesOf(phone: string, code: string) {
  return {
    phoneHash: keyedHash('phone-code:number', phone),
    codeHash: keyedHash('phone-code', `${phone}:${code}`),
  };
}

type NumberKind = 'phone-code:number' | 'phone-code-guess:number';
type PlaceKind = 'phone-code:address' | 'phone-code-guess:address';

function subjectOf(kind: NumberKind, phone: string): Subject {
  return { kind, id: personKey(phone) };
}

function placeOf(kind: PlaceKind, address: string): Subject {
  return { kind, id: addressKey(address) };
}
