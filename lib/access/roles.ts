import { CURRENCY_FACTS } from '@/lib/money/currency';
import type { Money } from '@/lib/money/money';

/** From the least to the most: whoever stands further on may do all that those before may. */
export const STAFF_ROLES = ['staff', 'manager', 'owner'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** What somebody can be invited as, or made. The owner is who set the store up. */
export const HIRED_ROLES = ['staff', 'manager'] as const;
export type HiredRole = (typeof HIRED_ROLES)[number];

/** Whether somebody of `role` may do what `needed` may do. */
export function isAtLeast(role: StaffRole, needed: StaffRole): boolean {
  return STAFF_ROLES.indexOf(role) >= STAFF_ROLES.indexOf(needed);
}

/** Whether somebody of `role` may invite, change and remove people of `other`: those below. */
export function mayManage(role: StaffRole, other: StaffRole): boolean {
  return isAtLeast(role, 'manager') && STAFF_ROLES.indexOf(role) > STAFF_ROLES.indexOf(other);
}

/**
 * Whether somebody of `role` may give back `amount` of a payment of which `before` was given back
 * already. Staff may up to what the currency calls small, all refunds of the payment together, so
 * that many small ones are not a large one.
 */
export function mayRefund(role: StaffRole, before: bigint, { amount, currency }: Money): boolean {
  return isAtLeast(role, 'manager') || before + amount <= CURRENCY_FACTS[currency].smallMax;
}
