import { staffAction } from '@/lib/server/http/action';
import { storeTerminals } from '@/lib/server/terminals/unpair-terminal';

export const GET = staffAction({}, (staff) => storeTerminals(staff));
