import { action } from '@/lib/server/http/action';
import { me } from '@/lib/server/shoppers/profile';

export const GET = action('GET /api/me', {}, (shopper) => me(shopper));
