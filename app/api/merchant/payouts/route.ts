import { payoutSchema } from '@/lib/api/merchant';
import { ownerAction } from '@/lib/server/http/action';
import { payOut } from '@/lib/server/merchants/money';

export const POST = ownerAction({ body: payoutSchema }, (owner, { body }) => payOut(owner, body));
