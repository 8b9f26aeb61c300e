import type { ActivityKind, ActorKindOfEntry, MerchantAction } from '@/lib/audit/actions';

/** What happened, as an owner reads it. */
export const ACTION_WORDS: Record<MerchantAction, string> = {
  'payment.authorized': 'Paid',
  'payment.refused': 'Payment refused',
  'payment.stepped-up': 'Asked for the PIN',
  'payment.voided': 'Let go, nobody answered',
  'payment.released': 'Goods arrived',
  'payment.refunded': 'Given back',
  'payment.disputed': 'Something is wrong with the goods',
  'order.accepted': 'Order accepted',
  'order.rejected': 'Order rejected',
  'order.ready': 'Order ready',
  'order.picked-up': 'Order picked up',
  'order.dispatched': 'Order sent',
  'dispute.decided': 'Dispute settled',
  'payout.made': 'Paid out',
  'staff.signed-in': 'Signed in',
  'staff.sign-in-refused': 'Wrong password',
  'staff.invited': 'Somebody invited',
  'staff.joined': 'Joined',
  'staff.role-changed': 'Role changed',
  'staff.removed': 'Removed from the staff',
  'terminal.code-made': 'Pairing code made',
  'terminal.paired': 'Counter paired',
  'terminal.unpaired': 'Counter unpaired',
};

export const ACTIVITY_KIND_WORDS: Record<ActivityKind, string> = {
  payment: 'Payments',
  order: 'Orders',
  dispute: 'Disputes',
  payout: 'Payouts',
  staff: 'Staff',
  terminal: 'Counters',
};

/** Who it was, where no name stands. */
export const ACTOR_WORDS: Record<ActorKindOfEntry, string> = {
  staff: 'Staff',
  shopper: 'A guest',
  terminal: 'A counter',
  operator: 'Smile to Pay',
  system: 'Nobody, by itself',
  unknown: 'Somebody',
};

/** How it was tried to pay. */
export const WAY_WORDS: Readonly<Record<string, string>> = { face: 'smile', pin: 'PIN' };
