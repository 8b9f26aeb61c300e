import { dayParams } from '@/lib/api/merchant';
import { ownerAction } from '@/lib/server/http/action';
import { readStatement } from '@/lib/server/merchants/statement';

export const GET = ownerAction({ params: dayParams }, (owner, { params }) =>
  readStatement(owner, params.day),
);
