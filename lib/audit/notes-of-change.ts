import type { MoneyWire } from '@/lib/money/wire';
import type { OrderChange } from '@/lib/orders/change';
import type { Change, Message } from '@/lib/payments/change';
import type { Payer } from '@/lib/payments/state';
import type { MerchantAction } from './actions';
import type { AuditActor, AuditNote } from './note';

/**
 * What the audit trail says of a change: one entry for each step that somebody may have to answer
 * for. A payment that nobody has paid leaves none when it is cancelled or expires.
 */
export function notesOfChange(change: Change | OrderChange, by: AuditActor): readonly AuditNote[] {
  if (change.kind === 'order') return notesOfOrder(change, by);
  const { messages } = change;
  const subject = { kind: 'payment', id: change.payment.id } as const;
  if (by.kind === 'operator') return [decision(change, by, subject)];
  const isTakenAtOnce = messages.some(({ topic }) => topic === 'payment.authorize');
  return messages.flatMap((message): AuditNote[] => {
    if (isTakenAtOnce && message.topic !== 'payment.authorize') return [];
    const action = actionOf(message.topic, by);
    if (!action) return [];
    const details = detailsOf(change, message);
    if (!isPaying(change, message)) return [{ action, by, subject, details }];
    const { payer } = change.payment.state;
    // Whoever confirmed the payment is in it: the counter alone does not pay.
    const who = { kind: 'shopper', id: payer.shopperId } as const;
    return [
      { action, by: who, subject, details: { ...details, way: payer.method, ...terminalOf(by) } },
    ];
  });
}

function notesOfOrder({ order }: OrderChange, by: AuditActor): readonly AuditNote[] {
  const { kind } = order.state;
  if (kind !== 'ready' && kind !== 'picked-up' && kind !== 'dispatched') return [];
  return [{ action: `order.${kind}`, by, subject: { kind: 'order', id: order.id } }];
}

/** The operator settles disputes and cases, and moves no money otherwise. */
function decision(
  { before, messages }: Change,
  by: AuditActor,
  subject: NonNullable<AuditNote['subject']>,
): AuditNote {
  const moved = (topic: Message['topic']) =>
    messages.find((message) => message.topic === topic)?.payload.amount;
  const details = {
    ...amountAs('toShopper', moved('payment.refund')),
    ...amountAs('toMerchant', moved('payment.release')),
  };
  const isDisputed = before.state.kind === 'captured' && before.state.dispute !== undefined;
  if (isDisputed) return { action: 'dispute.decided', by, subject, details };
  const back = moved('payment.refund') ?? moved('payment.void');
  const outcome = { outcome: 'refunded', ...amountAs('amount', back) };
  return { action: 'case.decided', by, subject, details: outcome };
}

function actionOf(topic: Message['topic'], by: AuditActor): MerchantAction | undefined {
  switch (topic) {
    case 'payment.authorize':
      return 'payment.authorized';
    case 'payment.decline':
      return 'payment.refused';
    case 'payment.capture':
      return 'order.accepted';
    case 'payment.void':
      return by.kind === 'staff' ? 'order.rejected' : 'payment.voided';
    case 'payment.release':
      return 'payment.released';
    case 'payment.refund':
      return 'payment.refunded';
    case 'payment.dispute':
      return 'payment.disputed';
    case 'payment.cancel':
    case 'payment.expire':
      return undefined;
    default:
      return topic satisfies never;
  }
}

type Paid = Change & { readonly payment: { readonly state: { readonly payer: Payer } } };

function isPaying(change: Change, { topic }: Message): change is Paid {
  return topic === 'payment.authorize' && 'payer' in change.payment.state;
}

function detailsOf({ payment, order }: Change, { topic, payload }: Message) {
  const { state } = payment;
  return {
    ...amountAs('amount', payload.amount),
    ...((state.kind === 'declined' || state.kind === 'voided') && { reason: state.reason }),
    ...(state.kind === 'captured' &&
      topic === 'payment.dispute' &&
      state.dispute && { reason: state.dispute.reason }),
    ...(order && { orderId: order.id }),
  };
}

function terminalOf(by: AuditActor): Readonly<Record<string, string>> {
  return by.kind === 'terminal' ? { terminalId: by.id } : {};
}

function amountAs<Name extends string>(
  name: Name,
  amount: MoneyWire | undefined,
): Readonly<Record<string, string>> {
  return amount ? { [name]: `${amount.amount} ${amount.currency}` } : {};
}
