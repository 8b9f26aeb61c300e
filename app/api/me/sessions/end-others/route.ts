import { emptySchema } from '@/lib/api/common';
import { endOtherSessions } from '@/lib/server/access/session-list';
import { currentSessionId } from '@/lib/server/access/sessions';
import { action } from '@/lib/server/http/action';

export const POST = action(
  'POST /api/me/sessions/end-others',
  { body: emptySchema },
  async ({ id: subjectId }) =>
    endOtherSessions({ audience: 'shopper', subjectId }, await currentSessionId('shopper')),
);
