import { action } from '@/lib/server/http/action';
import { storeTerminals } from '@/lib/server/terminals/unpair-terminal';

export const GET = action('GET /api/staff/terminals', {}, (staff) => storeTerminals(staff));
