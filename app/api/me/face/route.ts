import { shopperAction } from '@/lib/server/http/action';
import { deleteFace } from '@/lib/server/shoppers/profile';

export const DELETE = shopperAction({}, (shopper) => deleteFace(shopper));
