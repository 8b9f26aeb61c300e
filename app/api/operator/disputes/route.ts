import { action } from '@/lib/server/http/action';
import { listDisputes } from '@/lib/server/operators/settle-disputes';

export const GET = action('GET /api/operator/disputes', {}, () => listDisputes());
