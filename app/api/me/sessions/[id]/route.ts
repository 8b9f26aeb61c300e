import { endOneSession } from '@/lib/server/access/session-list';
import { action, paramsWithId } from '@/lib/server/http/action';

export const DELETE = action(
  'DELETE /api/me/sessions/:id',
  { params: paramsWithId, status: 204 },
  ({ id: subjectId }, { params }) => endOneSession({ audience: 'shopper', subjectId }, params.id),
);
