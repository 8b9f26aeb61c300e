import { dayParams } from '@/lib/api/merchant';
import { action } from '@/lib/server/http/action';
import { downloadActivity } from '@/lib/server/merchants/download-activity';

export const GET = action(
  'GET /api/merchant/activity/:day/csv',
  { params: dayParams },
  (owner, { params, request }) =>
    downloadActivity(owner, params.day, new URL(request.url).searchParams),
);
