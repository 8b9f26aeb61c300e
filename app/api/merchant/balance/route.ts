import { action } from '@/lib/server/http/action';
import { merchantBalance } from '@/lib/server/merchants/money';

export const GET = action('GET /api/merchant/balance', {}, (owner) => merchantBalance(owner));
