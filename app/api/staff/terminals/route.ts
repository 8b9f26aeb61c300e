import { action } from '@/lib/server/http/action';
import { listTerminals } from '@/lib/server/terminals/list-terminals';

export const GET = action('GET /api/staff/terminals', {}, (staff) => listTerminals(staff));
