import { emptySchema } from '@/lib/api/common';
import { shopperAction } from '@/lib/server/http/action';
import { noticesSeen } from '@/lib/server/shoppers/notices';

export const POST = shopperAction({ body: emptySchema, status: 204 }, (shopper) =>
  noticesSeen(shopper),
);
