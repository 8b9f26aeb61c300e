import { shopperAction } from '@/lib/server/http/action';
import { deleteFace } from '@/lib/server/people/me';

export const DELETE = shopperAction({}, (shopper) => deleteFace(shopper));
