import { setupSchema } from '@/lib/api/staff';
import { publicAction } from '@/lib/server/http/action';
import { setUp } from '@/lib/server/shop/set-up';

export const POST = publicAction({ body: setupSchema, status: 201 }, (_, { body }) => setUp(body));
