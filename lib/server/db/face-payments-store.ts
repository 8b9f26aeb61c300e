import type { CurrencyCode } from '@/lib/money/currency';
import type { ChosenLimits } from '@/lib/payments/limits/face-limits';
import { chosenLimitsOf, FACE_LIMITS_COLUMNS, type FaceLimitsRow } from './face-limits-store';
import { knownCurrency } from './known-currency';
import { databasePool } from './pool';

/** What is asked about a payment that a face has confirmed. */
export interface FacePaymentAsked {
  readonly shopperId: string;
  readonly paymentId: string;
  readonly storeId: string;
  readonly currency: CurrencyCode;
  /** From when on payments of the face alone count for the day. */
  readonly daySince: Date;
  /** From when on a payment at a counter elsewhere counts. */
  readonly elsewhereSince: Date;
}

export interface FacePaymentHistory {
  /** Of the wallet. */
  readonly currency: CurrencyCode;
  readonly pinSet: boolean;
  /** Null when there is no face (any more). */
  readonly enrolledAt: Date | null;
  /** Null when the shopper has chosen none. */
  readonly limits: ChosenLimits | null;
  /** By the face alone, since `daySince`. */
  readonly paid: { readonly amount: bigint; readonly payments: number };
  readonly isFirstInStore: boolean;
  readonly wasElsewhere: boolean;
}

interface Row extends Omit<FaceLimitsRow, 'perPayment'> {
  readonly currency: string;
  readonly pinSet: boolean;
  readonly enrolledAt: Date | null;
  readonly perPayment: string | null;
  readonly paidAmount: string;
  readonly paidPayments: number;
  readonly isFirstInStore: boolean;
  readonly wasElsewhere: boolean;
}

/**
 * All that limits ask about who pays, in one round trip. Where somebody was, only a payment at a
 * counter tells, and of a counter the country of its store and the time zone of its merchant.
 */
export async function findFacePaymentHistory(
  asked: FacePaymentAsked,
): Promise<FacePaymentHistory | null> {
  const { shopperId, paymentId, storeId, currency, daySince, elsewhereSince } = asked;
  const { rows } = await databasePool().query<Row>({
    name: 'find-face-payment-history',
    text: HISTORY,
    values: [shopperId, paymentId, storeId, currency, daySince, elsewhereSince],
  });
  const [row] = rows;
  if (!row) return null;
  const { perPayment, pinSet, enrolledAt, isFirstInStore, wasElsewhere } = row;
  return {
    currency: knownCurrency(row.currency),
    ...{ pinSet, enrolledAt, isFirstInStore, wasElsewhere },
    limits: perPayment === null ? null : chosenLimitsOf({ ...row, perPayment }),
    paid: { amount: BigInt(row.paidAmount), payments: row.paidPayments },
  };
}

/** What the face alone has paid since then. */
export async function sumFacePayments(
  shopperId: string,
  currency: CurrencyCode,
  since: Date,
): Promise<bigint> {
  const { rows } = await databasePool().query<{ amount: string }>(
    'SELECT amount FROM face_paid($1, $2, $3)',
    [shopperId, currency, since],
  );
  return BigInt(rows[0]?.amount ?? 0);
}

const HISTORY = `
  SELECT shoppers.currency, pin_hash IS NOT NULL AS "pinSet", enrolled_at AS "enrolledAt",
         ${FACE_LIMITS_COLUMNS},
         paid.amount AS "paidAmount", paid.payments AS "paidPayments",
         NOT EXISTS (
           SELECT FROM payments
            WHERE payer_id = $1 AND store_id = $3 AND id <> $2
              AND state IN ('authorized', 'captured', 'refunded')) AS "isFirstInStore",
         EXISTS (
           SELECT FROM payments
             JOIN stores ON stores.id = payments.store_id
             JOIN merchants ON merchants.id = stores.merchant_id
            WHERE payments.payer_id = $1 AND payments.id <> $2
              AND payments.created_at > $6::timestamptz - interval '1 hour'
              AND (payments.data ->> 'authorizedAt')::timestamptz > $6
              AND stores.channel = 'counter' AND here.channel = 'counter'
              AND (stores.country, merchants.time_zone) <> (here.country, here.time_zone)
         ) AS "wasElsewhere"
    FROM shoppers
    JOIN (SELECT stores.channel, stores.country, merchants.time_zone
            FROM stores JOIN merchants ON merchants.id = stores.merchant_id
           WHERE stores.id = $3) AS here ON true
    LEFT JOIN face_templates
      ON face_templates.shopper_id = shoppers.id AND face_templates.wrapped_key <> ''
    LEFT JOIN face_limits ON face_limits.shopper_id = shoppers.id
   CROSS JOIN face_paid($1, $4, $5) AS paid
   WHERE shoppers.id = $1`;
