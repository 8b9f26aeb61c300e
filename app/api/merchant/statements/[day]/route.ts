import { dayParams } from '@/lib/api/merchant';
import { action } from '@/lib/server/http/action';
import { readStatement } from '@/lib/server/merchants/read-statement';

export const GET = action(
  'GET /api/merchant/statements/:day',
  { params: dayParams },
  (owner, { params }) => readStatement(owner, params.day),
);
