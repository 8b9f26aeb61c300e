import { twinSchema } from '@/lib/api/shoppers';
import { action } from '@/lib/server/http/action';
import { setTwin } from '@/lib/server/shoppers/set-twin';

export const PUT = action(
  'PUT /api/me/twin',
  { body: twinSchema, status: 204 },
  (shopper, { body }) => setTwin(shopper, body),
);
