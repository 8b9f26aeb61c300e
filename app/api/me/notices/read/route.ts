import { emptySchema } from '@/lib/api/common';
import { action } from '@/lib/server/http/action';
import { markNoticesRead } from '@/lib/server/shoppers/mark-notices-read';

export const POST = action(
  'POST /api/me/notices/read',
  { body: emptySchema, status: 204 },
  (shopper) => markNoticesRead(shopper),
);
