import { action } from '@/lib/server/http/action';
import { readProfile } from '@/lib/server/shoppers/read-profile';

export const GET = action('GET /api/me', {}, (shopper) => readProfile(shopper));
