/** What can happen to a merchant's payments, orders, money, counters and staff. */
export const MERCHANT_ACTIONS = [
  'payment.authorized',
  /** A face, a PIN or the wallet did not pay. */
  'payment.refused',
  /** The face was not enough: the PIN is asked for. */
  'payment.stepped-up',
  'payment.voided',
  'payment.released',
  'payment.refunded',
  'payment.disputed',
  'order.accepted',
  'order.rejected',
  'order.ready',
  'order.picked-up',
  'order.dispatched',
  'dispute.decided',
  /** A payer says that they did not make a payment. */
  'case.opened',
  'case.decided',
  'payout.made',
  'staff.signed-in',
  'staff.sign-in-refused',
  'staff.invited',
  'staff.joined',
  'staff.role-changed',
  'staff.removed',
  'staff.password-changed',
  'staff.code-set',
  'staff.passkey-added',
  'staff.passkey-removed',
  'terminal.code-made',
  'terminal.paired',
  'terminal.unpaired',
] as const;
export type MerchantAction = (typeof MERCHANT_ACTIONS)[number];

/** What can happen to shoppers' accounts and to operators; of no merchant. */
export const PLATFORM_ACTIONS = [
  'account.made',
  'account.closed',
  'number.proven',
  'number.changed',
  'face.consented',
  'face.enrolled',
  'face.replaced',
  'face.deleted',
  'limits.changed',
  'pin.set',
  'password.changed',
  'wallet.frozen',
  'wallet.unfrozen',
  'passkey.added',
  'passkey.removed',
  'phone.registered',
  'phone.revoked',
  'face.cleared',
  'operator.invited',
  'operator.joined',
  'operator.signed-in',
  'operator.sign-in-refused',
] as const;
export type PlatformAction = (typeof PLATFORM_ACTIONS)[number];

export type AuditAction = MerchantAction | PlatformAction;

/** The part before the point: what an owner looks for. */
export const ACTIVITY_KINDS = [
  'payment',
  'order',
  'dispute',
  'case',
  'payout',
  'staff',
  'terminal',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** The same of the platform: what an operator looks for. */
export const PLATFORM_KINDS = [
  'account',
  'face',
  'limits',
  'number',
  'operator',
  'passkey',
  'password',
  'phone',
  'pin',
  'wallet',
] as const;
export type PlatformKind = (typeof PLATFORM_KINDS)[number];

/** Who may have done it. `system`: a time limit. `unknown`: somebody who did not get in. */
export type ActorKindOfEntry = 'staff' | 'shopper' | 'terminal' | 'operator' | 'system' | 'unknown';
