import { dayParams } from '@/lib/api/merchant';
import { ownerAction } from '@/lib/server/http/action';
import { downloadStatement } from '@/lib/server/merchants/statement';

export const GET = ownerAction({ params: dayParams }, (owner, { params }) =>
  downloadStatement(owner, params.day),
);
