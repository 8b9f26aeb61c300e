import { listSessions } from '@/lib/server/access/session-list';
import { currentSessionId } from '@/lib/server/access/sessions';
import { action } from '@/lib/server/http/action';

export const GET = action('GET /api/me/sessions', {}, async ({ id: subjectId }) =>
  listSessions({ audience: 'shopper', subjectId }, await currentSessionId('shopper')),
);
