import { dayParams } from '@/lib/api/merchant';
import { readActivity } from '@/lib/server/activity/read-activity';
import { merchantTrail } from '@/lib/server/activity/trail';
import { action } from '@/lib/server/http/action';

export const GET = action(
  'GET /api/merchant/activity/:day',
  { params: dayParams },
  async (owner, { params, request }) =>
    readActivity(await merchantTrail(owner), params.day, new URL(request.url).searchParams),
);
