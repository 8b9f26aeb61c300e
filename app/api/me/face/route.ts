import { action } from '@/lib/server/http/action';
import { deleteFace } from '@/lib/server/shoppers/delete-face';

export const DELETE = action('DELETE /api/me/face', {}, (shopper) => deleteFace(shopper));
