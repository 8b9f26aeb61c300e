import type { PlacedOrder } from '@/lib/api/orders';
import type { PaymentOutcome } from '@/lib/api/payments';
import type { ProblemCode } from '@/lib/api/problems';
import type { Refusal } from '@/components/api/request';
import { isPaid } from '@/components/api/settle';

/** An order and its payment, placed and not paid yet. */
export type Due = PlacedOrder;

/**
 * What the counter shows; every screen carries what it needs and nothing else. Digits
 * once typed are kept until the guest leaves, for another try or another way.
 */
export type Screen =
  | { readonly kind: 'menu'; readonly trouble: ProblemCode | null }
  | { readonly kind: 'digits'; readonly due: Due; readonly digits: string | null }
  | { readonly kind: 'smile'; readonly due: Due; readonly digits: string }
  | { readonly kind: 'pin'; readonly due: Due; readonly digits: string | null }
  | { readonly kind: 'phone'; readonly due: Due; readonly digits: string | null }
  | ({
      readonly kind: 'refused';
      readonly due: Due;
      readonly digits: string | null;
    } & Refusal)
  | { readonly kind: 'approved'; readonly outcome: PaymentOutcome };

export type FlowEvent =
  | { readonly kind: 'placed'; readonly due: Due }
  | { readonly kind: 'place-failed'; readonly code: ProblemCode }
  | { readonly kind: 'digits-typed'; readonly digits: string }
  | { readonly kind: 'another-way'; readonly way: 'digits' | 'pin' | 'phone' }
  | ({ readonly kind: 'refused' } & Refusal)
  /** The server's newest word on the payment, from an answer or from asking. */
  | { readonly kind: 'told'; readonly outcome: PaymentOutcome }
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
      return screen.kind === 'menu' ? openingScreen(event.due) : screen;
    case 'place-failed':
      return screen.kind === 'menu' ? { kind: 'menu', trouble: event.code } : screen;
    case 'digits-typed':
      return screen.kind === 'digits' || screen.kind === 'refused'
        ? { kind: 'smile', due: screen.due, digits: event.digits }
        : screen;
    case 'another-way':
      return 'due' in screen
        ? { kind: event.way, due: screen.due, digits: digitsOf(screen) }
        : screen;
    case 'refused':
      return 'due' in screen
        ? { ...refusalOf(event), kind: 'refused', due: screen.due, digits: digitsOf(screen) }
        : screen;
    case 'told':
      return 'due' in screen && screen.due.payment.id === event.outcome.payment.id
        ? screenAfter(screen, event.outcome)
        : screen;
    case 'left':
      return MENU;
    default:
      return event satisfies never;
  }
}

/** A payment that can never be paid any more: its ids are spent. */
export function isOver({ payment }: PaymentOutcome): boolean {
  return ['cancelled', 'expired', 'voided', 'refunded'].includes(payment.status);
}

const SMILE_IS_NO_USE: readonly ProblemCode[] = [
  'use-another-way',
  'no-face-enrolled',
  'one-more-thing',
  'account-frozen',
  'device-unknown',
];

/** @returns whether another smile may help; if not, only the other ways are offered. */
export function maySmileAgain(code: ProblemCode): boolean {
  return !SMILE_IS_NO_USE.includes(code);
}

function refusalOf({ code, retryAfterSeconds }: Refusal): Refusal {
  return retryAfterSeconds === undefined ? { code } : { code, retryAfterSeconds };
}

/** A reload may find that the payment went through already. */
function openingScreen(due: Due): Screen {
  return isPaid(due) ? { kind: 'approved', outcome: due } : { kind: 'digits', due, digits: null };
}

function screenAfter(screen: Screen, outcome: PaymentOutcome): Screen {
  if (isPaid(outcome)) return { kind: 'approved', outcome };
  return isOver(outcome) ? { kind: 'menu', trouble: 'wrong-state' } : screen;
}

function digitsOf(screen: Screen): string | null {
  return 'digits' in screen ? screen.digits : null;
}
