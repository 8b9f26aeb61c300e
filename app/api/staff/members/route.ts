import { action } from '@/lib/server/http/action';
import { listMembers } from '@/lib/server/staff/list-members';

export const GET = action('GET /api/staff/members', {}, (staff) => listMembers(staff));
