import { dayParams } from '@/lib/api/merchant';
import { downloadActivity } from '@/lib/server/activity/download-activity';
import { PLATFORM_TRAIL } from '@/lib/server/activity/trail';
import { action } from '@/lib/server/http/action';

export const GET = action(
  'GET /api/operator/activity/:day/csv',
  { params: dayParams },
  (_, { params, request }) =>
    downloadActivity(PLATFORM_TRAIL, params.day, new URL(request.url).searchParams),
);
