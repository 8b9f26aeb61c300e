import { shopperAction } from '@/lib/server/http/action';
import { me } from '@/lib/server/shoppers/profile';

export const GET = shopperAction({}, (shopper) => me(shopper));
