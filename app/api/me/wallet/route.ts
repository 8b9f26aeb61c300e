import { action } from '@/lib/server/http/action';
import { readWallet } from '@/lib/server/shoppers/read-wallet';

export const GET = action('GET /api/me/wallet', {}, (shopper) => readWallet(shopper));
