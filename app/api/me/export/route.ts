import { exportSchema } from '@/lib/api/shoppers';
import { action } from '@/lib/server/http/action';
import { exportEverything } from '@/lib/server/shoppers/export-everything';

/** A file is made anew each time: it is not kept for a second request with the same key. */
export const POST = action(
  'POST /api/me/export',
  { body: exportSchema, keepAnswer: 'never' },
  (shopper, { body }) => exportEverything(shopper, body),
);
