import { payoutSchema } from '@/lib/api/merchant';
import { action } from '@/lib/server/http/action';
import { payOut } from '@/lib/server/merchants/money';

export const POST = action(
  'POST /api/merchant/payouts',
  { body: payoutSchema },
  (owner, { body }) => payOut(owner, body),
);
