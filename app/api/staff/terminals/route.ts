import { staffAction } from '@/lib/server/http/action';
import { storeTerminals } from '@/lib/server/staff/terminals';

export const GET = staffAction({}, (staff) => storeTerminals(staff));
