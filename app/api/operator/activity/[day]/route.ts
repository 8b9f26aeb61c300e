import { dayParams } from '@/lib/api/merchant';
import { readActivity } from '@/lib/server/activity/read-activity';
import { PLATFORM_TRAIL } from '@/lib/server/activity/trail';
import { action } from '@/lib/server/http/action';

export const GET = action(
  'GET /api/operator/activity/:day',
  { params: dayParams },
  (_, { params, request }) =>
    readActivity(PLATFORM_TRAIL, params.day, new URL(request.url).searchParams),
);
