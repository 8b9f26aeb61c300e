import { action } from '@/lib/server/http/action';
import { deleteFace } from '@/lib/server/shoppers/profile';

export const DELETE = action('DELETE /api/me/face', {}, (shopper) => deleteFace(shopper));
