import { shopperAction } from '@/lib/server/http/action';
import { wallet } from '@/lib/server/wallet/wallet';

export const GET = shopperAction({}, (shopper) => wallet(shopper));
