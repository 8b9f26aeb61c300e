import { emptySchema } from '@/lib/api/common';
import { action } from '@/lib/server/http/action';
import { noticesSeen } from '@/lib/server/shoppers/notices';

export const POST = action(
  'POST /api/me/notices/read',
  { body: emptySchema, status: 204 },
  (shopper) => noticesSeen(shopper),
);
