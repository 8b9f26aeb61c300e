import { shopperAction } from '@/lib/server/http/action';
import { wallet } from '@/lib/server/shoppers/wallet';

export const GET = shopperAction({}, (shopper) => wallet(shopper));
