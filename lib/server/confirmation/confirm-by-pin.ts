import 'server-only';
import { payerPlace, type AuditActor } from '@/lib/audit/note';
import { confirmIntent, type ConfirmedIntent } from '@/lib/intents/confirmation';
import type { PaymentIntent } from '@/lib/intents/intent';
import { addressKey, personKey, type Subject } from '../access/attempts';
import { forgetRefusedFaces } from '../access/face-budget';
import { proveSecret } from '../access/prove-secret';
import { tellOwner, type Guessed } from '../access/tell-owner';
import { warnStaff } from '../access/warn-staff';
import { now } from '../clock';
import { addAudit } from '../db/audit-store';
import { databasePool } from '../db/pool';
import type { ShopperRow } from '../db/shoppers-store';
import type { Result } from '../result';
import { permitted } from './permitted';

export interface PinAnswer {
  /** The number that was typed, or the own phone's; E.164. */
  readonly phone: string;
  /** Null where nobody has that number: looks like a wrong PIN from outside. */
  readonly shopper: ShopperRow | null;
  readonly pin: string;
  /** What the screen showed when the PIN was typed. */
  readonly intentHash: string;
  /** Null on the own phone. */
  readonly terminalId: string | null;
  /** As `addressOf` counts it. */
  readonly address: string;
}

/** The way beside the face, at the same price. */
export async function confirmByPin(
  intent: PaymentIntent,
  answer: PinAnswer,
): Promise<Result<ConfirmedIntent<PaymentIntent>>> {
  const { phone, shopper, pin, intentHash, terminalId, address } = answer;
  const place =
    terminalId === null
      ? ownPhone(shopper?.id ?? '', intent.paymentId)
      : counter(terminalId, address, { phone, paymentId: intent.paymentId });
  const known = await checkPin(shopper, place, pin);
  if (!known.ok) return known;
  const { id: shopperId } = known.value;
  await forgetRefusedFaces({ terminalId, deviceId: null, address }, shopperId);
  const confirmation = { method: 'pin', shopperId } as const;
  return permitted(confirmIntent(intent, confirmation, intentHash, now()));
}

/** Where a PIN is typed, and who hears of wrong ones. */
interface Place {
  readonly own: Subject;
  readonly others: readonly Subject[];
  readonly warn: () => Promise<void>;
  readonly guessed: Guessed;
  readonly paymentId: string;
  readonly by: AuditActor;
}

/** Nobody but the owner types here: what happens at counters does not close it. */
function ownPhone(shopperId: string, paymentId: string): Place {
  return {
    paymentId,
    by: payerPlace(null, shopperId),
    own: { kind: 'pin:own-phone', id: shopperId },
    others: [],
    warn: () => Promise.resolve(),
    guessed: { topic: 'pin.refused' },
  };
}

/** Counted for this person here and at all counters, and for the terminal with any numbers. */
function counter(
  terminalId: string,
  address: string,
  { phone, paymentId }: { readonly phone: string; readonly paymentId: string },
): Place {
  const person = personKey(phone);
  const terminal = { kind: 'pin:terminal', id: terminalId } as const;
  return {
    paymentId,
    by: payerPlace(terminalId, null),
    own: { kind: 'pin:person-at-terminal', id: `${person}@${terminalId}` },
    others: [
      { kind: 'pin:person-at-counters', id: person },
      terminal,
      { kind: 'pin:address', id: addressKey(address) },
    ],
    warn: () => warnStaff(terminalId, 'pins', terminal),
    guessed: { topic: 'pin.refused', paymentId },
  };
}

function checkPin(
  shopper: ShopperRow | null,
  { own, others, warn, guessed, paymentId, by }: Place,
  pin: string,
): Promise<Result<ShopperRow>> {
  return proveSecret({
    typed: pin,
    find: () => Promise.resolve(shopper),
    hashOf: ({ pinHash }) => pinHash,
    own,
    others,
    lane: 'known',
    codes: { wrong: 'pin-refused', stopped: 'pin-locked' },
    onWrong: async (person, attempt) => {
      await noteRefusedPin(paymentId, by, attempt.at);
      await warn();
      await tellOwner(person?.id, attempt.positionAt(own.kind), guessed);
    },
  });
}

/** Only PINs that were judged: the limits of attempts bound how many entries a guesser leaves. */
function noteRefusedPin(paymentId: string, by: AuditActor, at: Date): Promise<void> {
  const subject = { kind: 'payment', id: paymentId } as const;
  const note = { action: 'payment.refused', by, subject, details: { way: 'pin' } } as const;
  return addAudit(databasePool(), subject, note, at);
}
