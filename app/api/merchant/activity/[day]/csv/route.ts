import { dayParams } from '@/lib/api/merchant';
import { downloadActivity } from '@/lib/server/activity/download-activity';
import { merchantTrail } from '@/lib/server/activity/trail';
import { action } from '@/lib/server/http/action';

export const GET = action(
  'GET /api/merchant/activity/:day/csv',
  { params: dayParams },
  async (owner, { params, request }) =>
    downloadActivity(await merchantTrail(owner), params.day, new URL(request.url).searchParams),
);
