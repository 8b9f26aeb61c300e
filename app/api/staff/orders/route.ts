import { action } from '@/lib/server/http/action';
import { readBoard } from '@/lib/server/orders/read-board';

export const GET = action('GET /api/staff/orders', {}, (staff) => readBoard(staff));
