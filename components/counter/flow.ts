import type { PlacedOrder } from '@/lib/api/orders';
import type { ProblemCode } from '@/lib/api/problems';
import type { CounterWay } from '@/lib/payments/ways';
import type { Refusal } from '@/components/api/request';
import { isPaid } from '@/components/api/settle';

/** A way to pay that needs one screen; the face needs two, one for the digits and one to smile. */
export type OtherWay = Exclude<CounterWay, 'face'>;

/**
 * What the counter shows; every screen carries what it needs and nothing else. `placed` is not
 * paid yet. Digits once typed are kept until the guest leaves, for another try or another way.
 */
export type Screen =
  | { readonly kind: 'menu'; readonly trouble: ProblemCode | null }
  | { readonly kind: 'digits'; readonly placed: PlacedOrder; readonly digits: string | null }
  | { readonly kind: 'smile'; readonly placed: PlacedOrder; readonly digits: string }
  | {
      readonly kind: 'other-way';
      readonly way: OtherWay;
      readonly placed: PlacedOrder;
      readonly digits: string | null;
    }
  /** The smile was near: the PIN alone completes it, no number is needed. */
  | {
      readonly kind: 'step-up';
      readonly placed: PlacedOrder;
      readonly digits: string;
      /** The face check that asked for the PIN. */
      readonly challengeId: string;
    }
  | ({
      readonly kind: 'refused';
      readonly placed: PlacedOrder;
      readonly digits: string | null;
    } & Refusal)
  | {
      readonly kind: 'approved';
      readonly paid: PlacedOrder;
      /** The smile that asked for the PIN may be remembered, if the guest wants that. */
      readonly pictureOffered: boolean;
    };

export type FlowEvent =
  | { readonly kind: 'placed'; readonly placed: PlacedOrder }
  | { readonly kind: 'place-failed'; readonly code: ProblemCode }
  | { readonly kind: 'digits-typed'; readonly digits: string }
  | { readonly kind: 'another-way'; readonly way: CounterWay }
  | ({ readonly kind: 'refused' } & Refusal)
  | { readonly kind: 'stepped-up'; readonly challengeId: string }
  /** How the payment stands now, from an answer or from asking. */
  | { readonly kind: 'updated'; readonly placed: PlacedOrder; readonly pictureOffered?: boolean }
  | { readonly kind: 'left' };

export const MENU: Screen = { kind: 'menu', trouble: null };

/**
 * One guest's way through the counter.
 *
 * @returns the next screen; the same one when the event comes too late for it, such as
 *   an answer after the guest has left.
 */
export function transition(screen: Screen, event: FlowEvent): Screen {
  switch (event.kind) {
    case 'placed':
      return screen.kind === 'menu' ? openingScreen(event.placed) : screen;
    case 'place-failed':
      return screen.kind === 'menu' ? { kind: 'menu', trouble: event.code } : screen;
    case 'digits-typed':
      return screen.kind === 'digits' || screen.kind === 'refused'
        ? { kind: 'smile', placed: screen.placed, digits: event.digits }
        : screen;
    case 'another-way':
      return 'placed' in screen ? wayScreen(event.way, screen.placed, digitsOf(screen)) : screen;
    case 'refused':
      return 'placed' in screen
        ? { ...refusalOf(event), kind: 'refused', placed: screen.placed, digits: digitsOf(screen) }
        : screen;
    case 'stepped-up':
      return screen.kind === 'smile'
        ? { ...screen, kind: 'step-up', challengeId: event.challengeId }
        : screen;
    case 'updated':
      return 'placed' in screen && screen.placed.payment.id === event.placed.payment.id
        ? screenAfter(screen, event)
        : screen;
    case 'left':
      return MENU;
    default:
      return event satisfies never;
  }
}

/** A payment that can never be paid any more: its ids are spent. */
export function isOver({ payment }: PlacedOrder): boolean {
  return ['cancelled', 'expired', 'voided', 'refunded'].includes(payment.status);
}

const PAIRING_HELPS: readonly ProblemCode[] = [
  'device-unknown',
  'proof-required',
  'proof-refused',
  'terminal-not-paired',
];

/** @returns whether this tablet has lost what the server knows it by. */
export function mustPairAgain(code: ProblemCode): boolean {
  return PAIRING_HELPS.includes(code);
}

const SMILE_IS_NO_USE: readonly ProblemCode[] = [
  'use-another-way',
  'no-face-enrolled',
  'face-held',
  'account-frozen',
  'pin-not-set',
];

/** @returns whether another smile may help; if not, only the other ways are offered. */
export function maySmileAgain(code: ProblemCode): boolean {
  return !SMILE_IS_NO_USE.includes(code) && !mustPairAgain(code);
}

/** A smile needs digits first, whoever asks for it. */
function wayScreen(way: CounterWay, placed: PlacedOrder, digits: string | null): Screen {
  return way === 'face'
    ? { kind: 'digits', placed, digits }
    : { kind: 'other-way', way, placed, digits };
}

function refusalOf({ code, retryAfterSeconds }: Refusal): Refusal {
  return retryAfterSeconds === undefined ? { code } : { code, retryAfterSeconds };
}

/** A reload may find that the payment went through already. */
function openingScreen(placed: PlacedOrder): Screen {
  return isPaid(placed) ? approvedScreen(placed) : { kind: 'digits', placed, digits: null };
}

function screenAfter(
  screen: Screen,
  { placed, pictureOffered }: Extract<FlowEvent, { kind: 'updated' }>,
): Screen {
  if (isPaid(placed)) return approvedScreen(placed, pictureOffered);
  return isOver(placed) ? { kind: 'menu', trouble: 'wrong-state' } : screen;
}

function approvedScreen(paid: PlacedOrder, pictureOffered = false): Screen {
  return { kind: 'approved', paid, pictureOffered };
}

function digitsOf(screen: Screen): string | null {
  return 'digits' in screen ? screen.digits : null;
}
