import { z } from 'zod';
import { moneySchema, type MoneyWire } from '@/lib/money/wire';
import type { DisputeReason } from '@/lib/payments/state';
import type { MerchantCase } from './cases';

/** GET /api/operator/cases: payments that their payers say they did not make, the open ones first. */
export interface OperatorCases {
  readonly cases: readonly OperatorCase[];
}

export interface OperatorCase extends MerchantCase {
  readonly payee: string;
}

/**
 * GET /api/operator/cases/:id: a case with what was measured when faces were tried on its payment.
 * No descriptor, and nothing of who else stood near.
 * POST /api/operator/cases/:id/decision (`caseDecisionSchema`) → 204
 */
export interface OperatorCaseDetail extends OperatorCase {
  readonly attempts: readonly FaceAttempt[];
}

export interface FaceAttempt {
  readonly at: string;
  /** The counter's name; null on the own phone. */
  readonly terminalName: string | null;
  readonly outcome: 'accepted' | 'refused' | 'step-up';
  readonly checks: readonly {
    readonly name: string;
    /** Null: it could not be measured. */
    readonly value: number | null;
    readonly threshold: number | null;
    readonly passed: boolean;
  }[];
}

/** GET /api/operator/disputes: the longest open first. */
export interface Disputes {
  readonly disputes: readonly OpenDispute[];
}

export interface OpenDispute {
  readonly paymentId: string;
  readonly payee: string;
  /** Waits to be split. */
  readonly escrow: MoneyWire;
  readonly reason: DisputeReason;
  readonly openedAt: string;
}

/** POST /api/operator/disputes/:id/settlement → 204: this goes back, the rest to the merchant. */
export const settlementSchema = z.strictObject({ toShopper: moneySchema });
export type Settlement = z.input<typeof settlementSchema>;

/**
 * GET /api/operator/held-faces: faces that look like one on another account, the oldest first.
 * POST /api/operator/held-faces/:id/clear (empty object; the shopper's id) → 204: two different people.
 */
export interface HeldFaces {
  readonly faces: readonly HeldFaceView[];
}

export interface HeldFaceView {
  readonly shopperId: string;
  /** Masked; null: of an account that is closed. */
  readonly name: string | null;
  readonly besideName: string | null;
  readonly heldAt: string;
}

/** POST /api/operator/join → 201: as POST /api/staff/join. */
