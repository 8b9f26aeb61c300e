import { action } from '@/lib/server/http/action';
import { readBalance } from '@/lib/server/merchants/read-balance';

export const GET = action('GET /api/merchant/balance', {}, (owner) => readBalance(owner));
