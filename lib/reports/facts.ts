/** How a sale was paid: with a smile or a PIN at the counter, or on the guest's own phone. */
export const SALES_WAYS = ['face', 'pin', 'phone'] as const;
export type SalesWay = (typeof SALES_WAYS)[number];

/** Why a payment was refused, no finer than a shop has to know it. */
export const REFUSAL_REASONS = ['face', 'pin', 'wallet'] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** The day that is reported, and the one that it is compared with. */
export type Period = 'now' | 'before';

/** Sales of one store in one hour of its clock, paid in one way. Amounts are minor units. */
export interface SaleFact {
  readonly period: Period;
  readonly storeId: string;
  /** 0 … 23. */
  readonly hour: number;
  readonly way: SalesWay;
  readonly orders: number;
  /** What was captured, tips included. */
  readonly amount: bigint;
  readonly tips: bigint;
  /** The part of `amount` that no items are known of: payments for another shop's orders. */
  readonly withoutItems: bigint;
}

export interface ItemFact {
  readonly period: Period;
  /** As it was called when it was sold. */
  readonly name: string;
  readonly quantity: number;
  readonly amount: bigint;
}

export interface RefusalFact {
  readonly period: Period;
  readonly storeId: string;
  readonly reason: RefusalReason;
  readonly count: number;
}

export interface RefundFact {
  readonly period: Period;
  readonly storeId: string;
  readonly count: number;
  readonly amount: bigint;
}

/** How long orders at the counter waited to be accepted. */
export interface WaitFact {
  readonly period: Period;
  /** Null: of all stores of the report together. */
  readonly storeId: string | null;
  readonly medianMs: number;
  readonly slowestMs: number;
}

/** What the books and the audit trail say of both days. */
export interface DayFacts {
  readonly sales: readonly SaleFact[];
  readonly items: readonly ItemFact[];
  readonly refusals: readonly RefusalFact[];
  readonly refunds: readonly RefundFact[];
  readonly waits: readonly WaitFact[];
}
