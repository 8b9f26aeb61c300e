import { setupSchema } from '@/lib/api/staff';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { setUp } from '@/lib/server/merchants/set-up-merchant';

export const POST = action(
  'POST /api/setup',
  { body: setupSchema, status: 201 },
  (_, { body, request }) => setUp(body, addressOf(request)),
);
