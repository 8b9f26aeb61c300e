import { action } from '@/lib/server/http/action';
import { listColleagues } from '@/lib/server/staff/set-staff-code';

export const GET = action('GET /api/staff/colleagues', {}, (staff) => listColleagues(staff));
