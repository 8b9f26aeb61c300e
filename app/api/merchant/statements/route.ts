import { action } from '@/lib/server/http/action';
import { readStatementDays } from '@/lib/server/merchants/read-statement-days';

export const GET = action('GET /api/merchant/statements', {}, (owner, { request }) =>
  readStatementDays(owner, new URL(request.url).searchParams),
);
