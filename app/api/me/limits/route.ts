import { setLimitsSchema } from '@/lib/api/limits';
import { action } from '@/lib/server/http/action';
import { readLimits } from '@/lib/server/shoppers/read-limits';
import { setLimits } from '@/lib/server/shoppers/set-limits';

export const GET = action('GET /api/me/limits', {}, (shopper) => readLimits(shopper));

export const PUT = action('PUT /api/me/limits', { body: setLimitsSchema }, (shopper, { body }) =>
  setLimits(shopper, body),
);
