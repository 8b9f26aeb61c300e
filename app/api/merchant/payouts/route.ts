import { payoutSchema } from '@/lib/api/merchant';
import { action } from '@/lib/server/http/action';
import { payOut } from '@/lib/server/merchants/pay-out';

export const POST = action(
  'POST /api/merchant/payouts',
  { body: payoutSchema },
  (owner, { body }) => payOut(owner, body),
);
