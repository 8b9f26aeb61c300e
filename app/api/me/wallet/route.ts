import { action } from '@/lib/server/http/action';
import { wallet } from '@/lib/server/shoppers/wallet';

export const GET = action('GET /api/me/wallet', {}, (shopper) => wallet(shopper));
