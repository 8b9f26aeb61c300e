/** What a client was told, and may rely on. All amounts are minor units of one currency. */
export type Acknowledged =
  | { readonly kind: 'top-up'; readonly id: string; readonly amount: bigint }
  | { readonly kind: 'payment'; readonly id: string; readonly amount: bigint }
  | { readonly kind: 'receipt'; readonly id: string }
  | {
      readonly kind: 'refund';
      readonly id: string;
      readonly paymentId: string;
      readonly amount: bigint;
    };

export interface Journal {
  readonly shopperId: string;
  readonly entries: Acknowledged[];
  /** Requests that had to be sent again. */
  retried: number;
}

/** What the database says of one shopper, after everything. */
export interface Books {
  readonly balance: bigint;
  readonly held: bigint;
  readonly topUps: readonly { readonly id: string; readonly amount: bigint }[];
  readonly payments: readonly BookedPayment[];
}

export interface BookedPayment {
  readonly id: string;
  readonly state: string;
  readonly captured: bigint;
  readonly escrow: bigint;
  readonly refunds: readonly { readonly id: string; readonly amount: bigint }[];
  /** Posted captures of it in the ledger; once is right. */
  readonly captures: number;
  readonly orderState: string;
  /** Messages in the outbox that say it was taken. */
  readonly told: number;
}

export interface Verdict {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly half: readonly string[];
}

/**
 * Compares what a client was told with what the database says.
 *
 * @returns `lost`: told, but not there; `doubled`: there more than once, or money that nobody
 *   was told of; `half`: parts of one change that do not fit each other
 */
export function judge({ entries }: Pick<Journal, 'entries'>, books: Books): Verdict {
  const lost: string[] = [];
  const doubled: string[] = [];
  const half: string[] = [];
  for (const entry of entries) {
    const times = timesIn(entry, books);
    if (times === 0) lost.push(nameOf(entry));
    if (times > 1) doubled.push(nameOf(entry));
  }
  for (const payment of books.payments) {
    const taken = payment.state === 'captured' || payment.state === 'refunded';
    if (payment.captures > 1) doubled.push(`payment ${payment.id}`);
    if (taken !== payment.captures > 0) half.push(`payment ${payment.id} ${payment.state}`);
    if (taken && payment.told !== 1) half.push(`payment ${payment.id} told ${payment.told} times`);
    const orderFits = ['accepted', 'dispatched', 'received'].includes(payment.orderState);
    if (taken !== orderFits) half.push(`order of payment ${payment.id} ${payment.orderState}`);
  }
  const expected = balanceOf(entries);
  const name = `balance ${books.balance}, told ${expected}`;
  if (books.balance > expected) lost.push(name);
  if (books.balance < expected) doubled.push(name);
  if (books.held !== 0n) half.push(`still held: ${books.held}`);
  return { lost, doubled, half };
}

function timesIn(entry: Acknowledged, { topUps, payments }: Books): number {
  switch (entry.kind) {
    case 'top-up':
      return topUps.filter(({ id, amount }) => id === entry.id && amount === entry.amount).length;
    case 'payment':
      return payments.filter(({ id, captured }) => id === entry.id && captured === entry.amount)
        .length;
    case 'receipt':
      return payments.filter(({ id, orderState }) => id === entry.id && orderState === 'received')
        .length;
    case 'refund':
      return payments
        .filter(({ id }) => id === entry.paymentId)
        .flatMap(({ refunds }) => refunds)
        .filter(({ id, amount }) => id === entry.id && amount === entry.amount).length;
    default:
      return entry satisfies never;
  }
}

/** Everything that a client did was acknowledged in the end, so this is what is left. */
function balanceOf(entries: readonly Acknowledged[]): bigint {
  return entries.reduce((sum, entry) => {
    if (entry.kind === 'receipt') return sum;
    return entry.kind === 'payment' ? sum - entry.amount : sum + entry.amount;
  }, 0n);
}

function nameOf(entry: Acknowledged): string {
  return `${entry.kind} ${entry.id}`;
}
