import { feeOf } from '@/lib/ledger/fee';
import { escrowOf, feesOf, merchantOf } from './accounts';
import { refundedAmount } from './captured';
import type { Payment } from './payment';

/** What the ledger's transfers of one payment amount to. */
export interface Booked {
  /** Account id → credits less debits, posted, in minor units; accounts at zero may be absent. */
  readonly net: ReadonlyMap<string, bigint>;
  /** What is held for it now, in minor units. */
  readonly held: bigint;
}

/**
 * Compares a payment with what the books say of it: the two are written in one transaction,
 * so every difference is a bug or a tampered row.
 *
 * @returns the first difference in words, or undefined when they agree
 */
export function differenceOf(payment: Payment, { net, held }: Booked): string | undefined {
  const expected = bookedFor(payment);
  if (held !== expected.held) return `holds ${held}, should hold ${expected.held}`;
  for (const account of new Set([...net.keys(), ...expected.net.keys()])) {
    const is = net.get(account) ?? 0n;
    const should = expected.net.get(account) ?? 0n;
    if (is !== should) return `moved ${is} on account ${account}, should have moved ${should}`;
  }
  return undefined;
}

/** What the books must say, from the payment's state alone. */
function bookedFor(payment: Payment): Booked {
  const { state, amount } = payment;
  if (state.kind === 'authorized') return { held: amount.amount, net: new Map() };
  if (state.kind !== 'captured') return { held: 0n, net: new Map() };
  const fee = feeOf(state.earned.amount, payment.feeTerms);
  const spent = state.captured.amount - refundedAmount(state.refunds);
  const net = new Map([
    [state.payer.accountId, -spent],
    [escrowOf(payment), state.escrow.amount],
    [merchantOf(payment), state.earned.amount - fee],
    [feesOf(payment), fee],
  ]);
  return { held: 0n, net };
}
