import { staffAction } from '@/lib/server/http/action';
import { storeOrders } from '@/lib/server/staff/orders';

export const GET = staffAction({}, (staff) => storeOrders(staff));
