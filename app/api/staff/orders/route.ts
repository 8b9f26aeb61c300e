import { staffAction } from '@/lib/server/http/action';
import { storeOrders } from '@/lib/server/orders/read-board';

export const GET = staffAction({}, (staff) => storeOrders(staff));
