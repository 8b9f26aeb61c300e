import { action } from '@/lib/server/http/action';
import { storeOrders } from '@/lib/server/orders/read-board';

export const GET = action('GET /api/staff/orders', {}, (staff) => storeOrders(staff));
