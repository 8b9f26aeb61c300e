import { setupSchema } from '@/lib/api/staff';
import { publicAction } from '@/lib/server/http/action';
import { setUp } from '@/lib/server/merchants/set-up-merchant';

export const POST = publicAction({ body: setupSchema, status: 201 }, (_, { body }) => setUp(body));
