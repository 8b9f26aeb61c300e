import { shopperAction } from '@/lib/server/http/action';
import { me } from '@/lib/server/people/me';

export const GET = shopperAction({}, (shopper) => me(shopper));
