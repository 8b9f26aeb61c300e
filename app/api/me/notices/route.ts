import { shopperAction } from '@/lib/server/http/action';
import { readNotices } from '@/lib/server/shoppers/notices';

export const GET = shopperAction({}, (shopper) => readNotices(shopper));
