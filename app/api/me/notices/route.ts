import { action } from '@/lib/server/http/action';
import { readNotices } from '@/lib/server/shoppers/read-notices';

export const GET = action('GET /api/me/notices', {}, (shopper) => readNotices(shopper));
