import { dayParams } from '@/lib/api/merchant';
import { action } from '@/lib/server/http/action';
import { downloadStatement } from '@/lib/server/merchants/download-statement';

export const GET = action(
  'GET /api/merchant/statements/:day/csv',
  { params: dayParams },
  (owner, { params }) => downloadStatement(owner, params.day),
);
