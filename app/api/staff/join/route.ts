import { joinSchema } from '@/lib/api/members';
import { addressOf } from '@/lib/server/access/address';
import { action } from '@/lib/server/http/action';
import { joinStore } from '@/lib/server/staff/join-store';

export const POST = action(
  'POST /api/staff/join',
  { body: joinSchema, status: 201 },
  (_, { body, request }) => joinStore(body, addressOf(request)),
);
