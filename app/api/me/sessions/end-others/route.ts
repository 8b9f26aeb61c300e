import { emptySchema } from '@/lib/api/common';
import { currentSessionId } from '@/lib/server/access/sessions';
import { action } from '@/lib/server/http/action';
import { endOtherSessions } from '@/lib/server/shoppers/end-other-sessions';

export const POST = action(
  'POST /api/me/sessions/end-others',
  { body: emptySchema },
  async (shopper) => endOtherSessions(shopper, await currentSessionId('shopper')),
);
