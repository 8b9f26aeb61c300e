import { z } from 'zod';
import { NOTICE_TOPICS } from '@/lib/api/notices';
import { uuidSchema } from '@/lib/ids/uuid';
import { moneySchema } from '@/lib/money/wire';
import { addNotice } from '../db/notices-store';
import { notifyStoreChanged } from '../db/store-changes';
import type { Subscriber } from './dispatcher';
import { textMessages } from './send-text-message';

/** The staff's tablets look again. */
const board: Subscriber = {
  name: 'board',
  deliver: async ({ storeId }) => {
    if (storeId) await notifyStoreChanged(storeId);
  },
};

/** As `ShopperNotice` of the outbox's store says it. */
const noticeSchema = z.object({
  shopperId: uuidSchema,
  paymentId: uuidSchema.optional(),
  amount: moneySchema.optional(),
});
const topicSchema = z.enum(NOTICE_TOPICS);

/** The person reads on the phone what happened to the own money, or face. */
const notices: Subscriber = {
  name: 'notices',
  deliver: async ({ id, topic, payload, createdAt }) => {
    const known = topicSchema.safeParse(topic);
    if (!known.success) return;
    await addNotice({ id, topic: known.data, ...noticeSchema.parse(payload), createdAt });
  },
};

export const SUBSCRIBERS: readonly Subscriber[] = [board, notices, textMessages];
