import type { NoticeTopic } from '@/lib/api/notices';
import { money, type Money } from '@/lib/money/money';
import { knownCurrency } from './known-currency';
import { databasePool } from './pool';

export interface NewNotice {
  /** The message's; told twice, it is one notice. */
  readonly id: string;
  readonly topic: NoticeTopic;
  readonly shopperId: string;
  readonly paymentId?: string;
  readonly amount?: Money;
  readonly createdAt: Date;
}

export interface NoticeRow {
  readonly id: string;
  readonly topic: NoticeTopic;
  readonly paymentId: string | null;
  readonly payee: string | null;
  readonly amount: Money | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
}

/** For somebody who has left meanwhile there is nobody to tell. */
export async function addNotice(notice: NewNotice): Promise<void> {
  const { id, topic, paymentId, shopperId, amount, createdAt } = notice;
  await databasePool().query(
    `INSERT INTO notices (id, shopper_id, topic, payment_id, amount, currency, created_at)
     SELECT $1, shoppers.id, $2, $3, $4, $5, $6 FROM shoppers WHERE id = $7 AND closed_at IS NULL
     ON CONFLICT (id) DO NOTHING`,
    [id, topic, paymentId, amount?.amount.toString(), amount?.currency, createdAt, shopperId],
  );
}

export async function findNotices(shopperId: string, limit: number): Promise<readonly NoticeRow[]> {
  type Row = Omit<NoticeRow, 'amount'> & { amount: string | null; currency: string | null };
  const { rows } = await databasePool().query<Row>(
    `SELECT notices.id, topic, payment_id AS "paymentId", payee, notices.amount,
            notices.currency, notices.created_at AS "createdAt", read_at AS "readAt"
       FROM notices LEFT JOIN payments ON payments.id = payment_id
      WHERE shopper_id = $1 ORDER BY notices.created_at DESC LIMIT $2`,
    [shopperId, limit],
  );
  return rows.map(({ amount, currency, ...row }) => ({
    ...row,
    amount: amount && currency ? money(BigInt(amount), knownCurrency(currency)) : null,
  }));
}

export async function setNoticesRead(shopperId: string, at: Date): Promise<void> {
  await databasePool().query(
    'UPDATE notices SET read_at = $2 WHERE shopper_id = $1 AND read_at IS NULL',
    [shopperId, at],
  );
}
