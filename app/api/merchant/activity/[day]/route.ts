import { dayParams } from '@/lib/api/merchant';
import { action } from '@/lib/server/http/action';
import { readActivity } from '@/lib/server/merchants/read-activity';

export const GET = action(
  'GET /api/merchant/activity/:day',
  { params: dayParams },
  (owner, { params, request }) =>
    readActivity(owner, params.day, new URL(request.url).searchParams),
);
